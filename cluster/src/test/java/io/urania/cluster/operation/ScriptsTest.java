package io.urania.cluster.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.urania.cluster.phases.ArticleRack;
import io.urania.engine.plan.Change;
import io.urania.engine.plan.Plan;
import io.urania.engine.shell.Shell;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class ScriptsTest {
    /** The shells of hosts: Debian's, and that of the smallest systems; what this machine does not have is left out. */
    static final List<String> SHELLS = Stream.of("dash", "busybox sh")
            .filter(shell -> Stream.of("/bin/", "/usr/bin/")
                    .anyMatch(folder -> Files.isExecutable(Path.of(folder + shell.split(" ", -1)[0]))))
            .toList();

    private static final String OTHERS = "127.0.0.1\tlocalhost\n::1 ip6-localhost\n";
    private static final String OURS = "# BEGIN urania\n10.42.253.40 pandore\n# END urania\n";

    @TempDir
    Path directory;

    @ParameterizedTest
    @FieldSource("SHELLS")
    void everyScriptIsShellThatHostsCanRead(String shell) throws Exception {
        ArticleRack rack = ArticleRack.of(directory, ArticleRack.NEWEST);
        List<Change> changes = new ArrayList<>(Reset.plan(rack.spec()).changes());
        changes.addAll(
                Verification.plan(rack.spec(), rack.deployment().versions()).changes());

        for (Change change : changes) {
            String script =
                    change.difference().operation().apply(_ -> Optional.empty()).script();
            assertThat(run(shell + " -n", script)).as(change.id().toString()).isEmpty();
        }
    }

    /** Without kubectl nothing comes about, and each would wait for minutes. */
    @ParameterizedTest
    @FieldSource("SHELLS")
    void aVerificationEndsSoonWhenItsRunIsToEnd(String shell) throws Exception {
        ArticleRack rack = ArticleRack.of(directory, ArticleRack.NEWEST + "bin_dir: /nowhere\n");

        for (Change change :
                Verification.plan(rack.spec(), rack.deployment().versions()).changes()) {
            String script =
                    change.difference().operation().apply(_ -> Optional.empty()).script();
            assertThat(run(
                            shell,
                            "waiting_for() { :; }\nasked_to_stop() { :; }\n( " + script
                                    + "\n) || echo 'ended with' $?"))
                    .as(change.id().toString())
                    .contains("not waited for any longer")
                    .endsWith("ended with 1\n");
        }
    }

    @Test
    void resetTakesFromEveryHostWhatItHas() {
        Plan plan = Reset.plan(ArticleRack.of(directory, ArticleRack.NEWEST).spec());

        assertThat(titles(plan, "pandore"))
                .containsExactly(
                        "remove Kubernetes from the node",
                        "remove etcd and its data",
                        "remove what earlier inventories had here",
                        "put back the files that were there before",
                        "remove our lines from /etc/hosts",
                        "check that nothing is left");
        assertThat(titles(plan, "balancer"))
                .containsExactly(
                        "stop the balancer",
                        "remove what earlier inventories had here",
                        "put back the files that were there before",
                        "remove our lines from /etc/hosts",
                        "check that nothing is left");
        assertThat(plan.changes())
                .allSatisfy(change ->
                        assertThat(change.needs()).allMatch(need -> need.host().equals(change.host())));
    }

    @ParameterizedTest
    @FieldSource("SHELLS")
    void whatAHostHasOfAnEarlierGroupIsTaken(String shell) throws Exception {
        Path etcd = written("etcd.service", "[Unit]\nDescription=etcd, the store of Kubernetes\n");
        Path kubelet = written("kubelet.service", "[Unit]\nDescription=kubelet, the node agent of Kubernetes\n");
        Path settings = written("etcd.env", "ETCD_NAME=erato\nETCD_DATA_DIR=/var/lib/etcd of mine\n");

        assertThat(run(shell, leftovers(settings, etcd, kubelet))).isEqualTo("""
                        a member of etcd is left, with its data in /var/lib/etcd of mine
                        etcd goes: /var/lib/etcd of mine
                        a kubelet is left
                        node goes
                        """);
    }

    /** What is mounted somewhere below would be emptied with the directory: one of somebody's own had a blank in its name. */
    @ParameterizedTest
    @FieldSource("SHELLS")
    void whatIsMountedBelowADirectoryIsUnmountedWhateverItsName(String shell) throws Exception {
        Path below = Files.createDirectories(directory.resolve("kubelet/My Data/deep\\er"));
        assumeThat(mounts("-t", "tmpfs", "tmpfs", below.getParent().toString())).isTrue();
        Files.createDirectories(below);
        assertThat(mounts("-t", "tmpfs", "tmpfs", below.toString())).isTrue();

        assertThat(run(shell, Scripts.read("unmounting.sh") + "unmount_below " + Shell.quote(directory + "/kubelet")))
                .isEmpty();

        assertThat(Files.readString(Path.of("/proc/self/mounts"))).doesNotContain(directory.toString());
    }

    @ParameterizedTest
    @FieldSource("SHELLS")
    void whatCannotBeUnmountedIsNotEmptied(String shell) throws Exception {
        String script = Scripts.read("unmounting.sh") + "mounted_below() { echo '/var/lib/kubelet/My Data'; }\n"
                + "umount() { return 1; }\n(unmount_below /var/lib/kubelet) || echo refused\n";

        assertThat(run(shell, script)).contains("/var/lib/kubelet/My Data\n").endsWith("refused\n");
    }

    @ParameterizedTest
    @FieldSource("SHELLS")
    void etcdsDataGoAndWhatIsBesideThemStays(String shell) throws Exception {
        Path data = directory.resolve("data of mine");
        Files.createDirectories(data.resolve("member/snap"));
        Files.createDirectories(data.resolve("member/wal"));
        written("data of mine/member/snap/db", "database");
        written("data of mine/letter", "precious");

        assertThat(resetOfEtcd(shell, data, "")).isEmpty();

        assertThat(data.resolve("member")).doesNotExist();
        assertThat(data.resolve("letter")).hasContent("precious");
    }

    @ParameterizedTest
    @FieldSource("SHELLS")
    void containerdsDataGoAndWhatIsBesideThemStays(String shell) throws Exception {
        Path storage = directory.resolve("images of mine");
        Files.createDirectories(storage.resolve("io.containerd.content.v1.content"));
        Files.createDirectories(storage.resolve("tmpmounts"));
        written("images of mine/letter", "precious");
        Path state = Files.createDirectories(directory.resolve("state/io.containerd.runtime.v2.task"));

        assertThat(run(shell, resetOfContainerd(storage, state.getParent()))).isEmpty();

        assertThat(storage).isDirectoryContaining("glob:**letter").isDirectoryNotContaining("glob:**io.containerd*");
        assertThat(state.getParent()).doesNotExist();
    }

    private static String resetOfContainerd(Path storage, Path state) {
        return "set -eu\n" + Reset.ownDirectory() + Scripts.read("reset-containerd.sh")
                + "take_containerds " + Shell.quote(storage.toString())
                + "\ntake_containerds " + Shell.quote(state.toString()) + "\n";
    }

    @ParameterizedTest
    @FieldSource("SHELLS")
    void whatIsNoDirectoryOfEtcdsStays(String shell) throws Exception {
        Path data = directory.resolve("club");
        Files.createDirectories(data.resolve("member/snap"));
        written("club/member/alice", "precious");

        assertThat(resetOfEtcd(shell, data, "")).contains("for it has alice").endsWith("ended with 1\n");

        assertThat(data.resolve("member/alice")).hasContent("precious");
    }

    /** Whatever an inventory, a host's own settings or a link there say; rm tells only what it would remove. */
    @ParameterizedTest
    @FieldSource("SHELLS")
    void noDirectoryOfTheSystemIsEmptied(String shell) throws Exception {
        Path link = Files.createSymbolicLink(directory.resolve("data"), Path.of("/usr"));
        List<String> directories =
                List.of("/", "/etc", "/usr", "/var", "/var/lib", "/tmp/..", "//", "/home", link.toString());

        for (String path : directories) {
            assertThat(resetOfEtcd(
                            shell,
                            Path.of(path),
                            "rm() { echo \"removed: $*\"; }\nrmdir() { echo \"removed: $*\"; }\n"))
                    .as(path)
                    .contains("a directory of the system: nothing is removed there")
                    .doesNotContain("removed:")
                    .endsWith("ended with 1\n");
        }
        Files.delete(link);
    }

    private static String resetOfEtcd(String shell, Path data, String functions) throws Exception {
        return run(
                shell,
                "systemctl() { :; }\n" + functions + "( set -eu\n" + Reset.etcd(data.toString())
                        + "\n) || echo 'ended with' $?\n");
    }

    private static boolean mounts(String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of("mount"));
        command.addAll(List.of(words));
        return new ProcessBuilder(command).start().waitFor() == 0;
    }

    @ParameterizedTest
    @FieldSource("SHELLS")
    void unitsOfOthersStay(String shell) throws Exception {
        Path etcd = written("etcd.service", "[Unit]\nDescription=etcd - highly-available key value store\n");
        Path nothing = directory.resolve("nothing");

        assertThat(run(shell, leftovers(nothing, etcd, nothing))).isEmpty();
    }

    private Path written(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }

    private static String leftovers(Path settings, Path etcd, Path kubelet) {
        return "set -eu\nsettings=" + Shell.quote(settings.toString()) + "\netcd_unit=" + Shell.quote(etcd.toString())
                + "\nkubelet_unit=" + Shell.quote(kubelet.toString())
                + "\ntake_etcd() { echo \"etcd goes: $data\"; }\ntake_node() { echo \"node goes\"; }\n"
                + Scripts.read("reset-leftovers.sh");
    }

    @ParameterizedTest
    @FieldSource("SHELLS")
    void ourLinesGoAndThoseOfOthersStay(String shell) throws Exception {
        assertThat(afterReset(shell, OTHERS + OURS + "10.0.0.1 printer\n")).isEqualTo(OTHERS + "10.0.0.1 printer\n");
    }

    @ParameterizedTest
    @FieldSource("SHELLS")
    void aFileWithoutLinesOfOursStaysAsItIs(String shell) throws Exception {
        assertThat(afterReset(shell, OTHERS)).isEqualTo(OTHERS);
    }

    @ParameterizedTest
    @FieldSource("SHELLS")
    void aLastLineWithoutItsEndIsKept(String shell) throws Exception {
        assertThat(afterReset(shell, OURS + "10.0.0.1 printer")).isEqualTo("10.0.0.1 printer\n");
    }

    @ParameterizedTest
    @FieldSource("SHELLS")
    void aBeginWithoutItsEndTakesNothingAway(String shell) throws Exception {
        String torn = OTHERS + "# BEGIN urania\n10.42.253.40 pandore\n10.0.0.1 printer\n";

        assertThat(afterReset(shell, torn)).isEqualTo(torn);
        assertThat(afterReset(shell, torn + OURS + "10.0.0.2 scanner\n")).isEqualTo(torn + "10.0.0.2 scanner\n");
    }

    @ParameterizedTest
    @FieldSource("SHELLS")
    void backslashesAndBlanksAreKept(String shell) throws Exception {
        String odd = "  10.0.0.1\tprinter  # C:\\new %s\n";

        assertThat(afterReset(shell, odd + OURS)).isEqualTo(odd);
    }

    @Test
    void aScriptThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> Scripts.read("nothing.sh")).hasMessage("there is no script nothing.sh");
    }

    private static List<String> titles(Plan plan, String host) {
        return plan.changes().stream()
                .filter(change -> change.host().equals(ArticleRack.host(host)))
                .map(Change::title)
                .toList();
    }

    private String afterReset(String shell, String before) throws Exception {
        Path hosts = directory.resolve("hosts of a test");
        Files.writeString(hosts, before);
        String script = "set -eu\nhosts=" + Shell.quote(hosts.toString()) + "\n" + Scripts.read("reset-hosts-file.sh");
        assertThat(run(shell, script)).isEmpty();
        assertThat(directory.resolve("hosts of a test.urania")).doesNotExist();
        return Files.readString(hosts);
    }

    /** Runs a script and returns all that it said; it must end well. */
    private static String run(String shell, String script) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(shell.split(" ", -1))
                .redirectErrorStream(true)
                .start();
        try (var input = process.getOutputStream()) {
            input.write(script.getBytes(StandardCharsets.UTF_8));
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
