package io.urania.cluster.variable.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.urania.cluster.component.runtime.containerd.Containerd;
import io.urania.cluster.variable.Variable;
import io.urania.cluster.variable.registry.Variables;
import io.urania.cluster.variable.rows.EtcdVariables;
import io.urania.cluster.variable.rows.KubeletVariables;
import io.urania.cluster.variable.rows.PathVariables;
import io.urania.inventory.problem.Position;
import io.urania.inventory.value.TextValue;
import io.urania.inventory.value.Value;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathTypesTest {
    private static final List<String> SYSTEM = List.of(
            "/",
            "/bin",
            "/boot",
            "/dev",
            "/etc",
            "/home",
            "/lib",
            "/media",
            "/mnt",
            "/opt",
            "/proc",
            "/root",
            "/run",
            "/sbin",
            "/srv",
            "/sys",
            "/tmp",
            "/usr",
            "/var",
            "/var/cache",
            "/var/lib",
            "/var/lib/dpkg",
            "/var/log",
            "/var/spool",
            "/home/pi");

    /** Paths below those that a package, the kernel or a person has files at. */
    private static final List<String> BELOW = List.of(
            "/etc/ssh",
            "/etc/systemd/system",
            "/proc/1",
            "/sys/fs/cgroup",
            "/dev/shm",
            "/boot/firmware",
            "/home/pi/.ssh");

    static final List<Variable<String>> OF_HOSTS = List.of(
            EtcdVariables.DATA_DIRECTORY,
            new Containerd().directories().getFirst(),
            new Containerd().directories().getLast(),
            PathVariables.PROGRAMS,
            PathVariables.CERTIFICATES);
    static final List<Variable<String>> DIRECTORIES = Stream.concat(
                    OF_HOSTS.stream(), Stream.of(PathVariables.CREDENTIALS, PathVariables.ARTIFACTS))
            .toList();
    static final List<Variable<String>> PATHS = Stream.concat(
                    DIRECTORIES.stream(), Stream.of(KubeletVariables.RESOLV_CONF))
            .toList();

    @ParameterizedTest
    @FieldSource("DIRECTORIES")
    void noDirectoryOfTheSystemIsTaken(Variable<String> variable) {
        List<String> kept = variable.equals(PathVariables.PROGRAMS) ? List.of("/bin", "/sbin") : List.of();
        SYSTEM.stream()
                .filter(path -> !kept.contains(path))
                .flatMap(path -> Stream.of(path, path + "/", "/" + path, path + "//"))
                .forEach(path ->
                        assertThatThrownBy(() -> read(variable, path)).as(path).isInstanceOf(UnfitValue.class));
    }

    @ParameterizedTest
    @FieldSource("OF_HOSTS")
    void nothingIsTakenThatTheSystemHasFilesIn(Variable<String> variable) {
        assertThat(BELOW)
                .allSatisfy(path -> assertThatThrownBy(() -> read(variable, path))
                        .isInstanceOf(UnfitValue.class)
                        .hasMessageContaining("such as /"));
    }

    @ParameterizedTest
    @FieldSource("PATHS")
    void everyPathIsAbsoluteAndLeadsWhereItSeemsTo(Variable<String> variable) {
        assertThat(List.of(
                        "relative/etcd",
                        "etcd",
                        "./etcd",
                        "~/etcd",
                        "/srv/../etc",
                        "/srv/etcd/..",
                        "/..",
                        "/srv/./etcd",
                        "/srv/et\0cd",
                        "/srv/et\ncd",
                        "/srv/et\u001b[2Jcd",
                        "/srv/et\u202ecd"))
                .allSatisfy(
                        path -> assertThatThrownBy(() -> read(variable, path)).isInstanceOf(UnfitValue.class));
    }

    @Test
    void whatPeopleWriteIsTaken() throws UnfitValue {
        assertThat(read(EtcdVariables.DATA_DIRECTORY, "/var/lib/etcd/")).isEqualTo("/var/lib/etcd");
        for (Map.Entry<Variable<String>, List<String>> taken : Map.of(
                        EtcdVariables.DATA_DIRECTORY,
                        List.of("/data", "/mnt/ssd/etcd", "/srv/etcd", "/opt/etcd/data"),
                        new Containerd().directories().getFirst(),
                        List.of("/home/containerd/root", "/mnt/ssd/containerd"),
                        new Containerd().directories().getLast(),
                        List.of("/run/containerd"),
                        PathVariables.PROGRAMS,
                        List.of("/usr/local/bin", "/usr/bin", "/opt/bin"),
                        PathVariables.CERTIFICATES,
                        List.of("/etc/kubernetes/ssl", "/etc/kubernetes/pki"),
                        PathVariables.CREDENTIALS,
                        List.of("/root/rack/credentials", "/home/pi/My Rack/credentials"),
                        KubeletVariables.RESOLV_CONF,
                        List.of("/run/systemd/resolve/resolv.conf", "/etc/resolv.conf"))
                .entrySet()) {
            for (String path : taken.getValue()) {
                assertThat(read(taken.getKey(), path)).isEqualTo(path);
            }
        }
    }

    /** Whoever writes an inventory: what is read is never a directory of the system, however it is spelled. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void noSpellingMakesADirectoryOfTheSystemOneOfTheCluster(long seed) {
        Random random = new Random(seed);
        List<String> parts = List.of(
                "/", "/", "//", ".", "..", "etc", "usr", "var", "lib", "home", "pi", "boot", "etcd", "srv", "dev",
                "proc", " ", "\0", "\u200b", "run", "root", "bin");
        for (int i = 0; i < 5_000; i++) {
            StringBuilder spelled = new StringBuilder();
            random.ints(1 + random.nextInt(8), 0, parts.size())
                    .mapToObj(parts::get)
                    .forEach(spelled::append);
            for (Variable<String> variable : OF_HOSTS) {
                try {
                    String path = Path.of(read(variable, spelled.toString()))
                            .normalize()
                            .toString();
                    boolean programs = variable.equals(PathVariables.PROGRAMS)
                            && List.of("/bin", "/sbin").contains(path);
                    assertThat(SYSTEM.contains(path) && !programs)
                            .as("'%s' for %s", spelled, variable.name())
                            .isFalse();
                } catch (UnfitValue refused) {
                    assertThat(refused.remedy()).isNotEmpty();
                }
            }
        }
    }

    /** A variable with a path that is read gets one of the types above, whatever is added. */
    @Test
    void everyVariableThatIsNamedAsAPathRefusesOneThatLeadsAway() {
        List<Variable<?>> paths = Variables.all().stream()
                .filter(Variable::hasEffect)
                .filter(variable -> variable.names().stream()
                        .anyMatch(name -> name.matches(".*_(?:dir|path|folder|root|resolv_conf)")))
                .toList();

        assertThat(paths)
                .hasSizeGreaterThan(8)
                .allSatisfy(variable -> assertThatThrownBy(() -> variable.type().read(value("/srv/../etc")))
                        .as(variable.name())
                        .isInstanceOf(UnfitValue.class));
    }

    private static String read(Variable<String> variable, String text) throws UnfitValue {
        return variable.type().read(value(text));
    }

    private static Value value(String text) {
        return new TextValue(text, new Position(Path.of("all.yaml"), 1, 1));
    }
}
