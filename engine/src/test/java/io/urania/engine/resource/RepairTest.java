package io.urania.engine.resource;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.engine.batch.Payload;
import io.urania.engine.batch.ShellKind;
import io.urania.engine.batch.StepResult;
import io.urania.engine.plan.Difference;
import io.urania.engine.resource.account.HostName;
import io.urania.engine.resource.file.Directory;
import io.urania.engine.resource.file.Program;
import io.urania.engine.resource.file.ProgramProbe;
import io.urania.engine.resource.file.TextFile;
import io.urania.engine.resource.file.TextProbe;
import io.urania.engine.resource.image.ContainerImage;
import io.urania.engine.resource.image.ImageStore;
import io.urania.engine.resource.kernel.Sysctls;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Carrying out a difference ends it: probe, repair, probe again, with real scripts in every shell. */
@ParameterizedClass
@EnumSource(ShellKind.class)
final class RepairTest {

    private static final String ME = System.getProperty("user.name");

    private final ShellKind shell;
    private Sandbox host;

    RepairTest(ShellKind shell) {
        this.shell = shell;
    }

    @BeforeEach
    void makeHost() throws IOException {
        host = new Sandbox(shell);
    }

    @AfterEach
    void removeHost() throws IOException {
        host.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/etc/plain.conf",
                "/etc/not/there/yet.conf",
                "/etc/two words.conf",
                "/etc/it's.conf",
                "/etc/systemd/system/mnt-my\\x2ddisk.mount",
                "/etc/-dash.conf"
            })
    void writesAFileWhateverItsName(String path) throws Exception {
        Difference difference = host.repair(file(path, "644", "a: 1\nb: 'Käse'\n"));

        assertThat(difference.title()).isEqualTo("write " + path);
        assertThat(host.at(path)).hasContent("a: 1\nb: 'Käse'\n");
        assertThat(rights(path)).isEqualTo("rw-r--r--");
        assertThat(host.at(path + ".urania")).doesNotExist();
    }

    @Test
    void rewritesAFileOfOtherContent() throws Exception {
        host.write("/etc/a", "old");

        assertThat(host.repair(file("/etc/a", "600", "")).title()).isEqualTo("replace /etc/a");
        assertThat(rights("/etc/a")).isEqualTo("rw-------");
    }

    @Test
    void setsOnlyTheModeOfAFileThatIsRightOtherwise() throws Exception {
        Files.setPosixFilePermissions(host.write("/etc/a", "text"), PosixFilePermissions.fromString("rwxrwxrwx"));

        assertThat(host.repair(file("/etc/a", "640", "text")).title()).isEqualTo("set mode and owner of /etc/a");
    }

    @Test
    void puttingAFileInThePlaceOfALinkLeavesTheLinksTargetAlone() throws Exception {
        host.write("/etc/target", "text");
        Files.createSymbolicLink(host.at("/etc/link"), host.at("/etc/target"));

        host.repair(file("/etc/link", "600", "text"));

        assertThat(host.at("/etc/link").toRealPath().getFileName()).hasToString("link");
        assertThat(rights("/etc/target")).isNotEqualTo("rw-------");
    }

    @Test
    void aDirectoryInThePlaceOfAFileIsLeftAlone() throws Exception {
        host.write("/etc/a/precious", "text");

        StepResult result =
                host.carryOut(host.difference(file("/etc/a", "644", "text")).orElseThrow());

        assertThat(result.succeeded()).isFalse();
        assertThat(result.output()).contains("/etc/a is a directory");
        assertThat(host.at("/etc/a"))
                .isDirectoryContaining("glob:**precious")
                .isDirectoryNotContaining("glob:**urania");
    }

    @Test
    void aFileThatItsCheckRefusesDoesNotReplaceTheOldOne() throws Exception {
        host.write("/etc/haproxy.cfg", "old");
        TextFile file = file("/etc/haproxy.cfg", "644", "new").checkedBy("grep -q valid");

        StepResult result = host.carryOut(host.difference(file).orElseThrow());

        assertThat(result.succeeded()).isFalse();
        assertThat(host.at("/etc/haproxy.cfg")).hasContent("old");
    }

    @Test
    void makesADirectory() throws Exception {
        host.repair(new Directory("/var/lib/etcd/data", "700", ME));

        assertThat(rights("/var/lib/etcd/data")).isEqualTo("rwx------");
    }

    @Test
    void setsTheModeOfADirectory() throws Exception {
        Files.createDirectories(host.at("/var/lib/etcd"));

        assertThat(host.repair(new Directory("/var/lib/etcd", "1750", ME)).before())
                .hasToString("mode 755, owner " + ME);
    }

    @Test
    void aLinkToADirectoryIsADirectory() throws Exception {
        Files.createDirectories(host.at("/opt/disk"));
        Files.createDirectories(host.at("/var/lib"));
        Files.createSymbolicLink(host.at("/var/lib/etcd"), host.at("/opt/disk"));

        host.repair(new Directory("/var/lib/etcd", "700", ME));

        assertThat(host.at("/var/lib/etcd")).isSymbolicLink();
        assertThat(rights("/opt/disk")).isEqualTo("rwx------");
    }

    @Test
    void aDirectoryWithFilesOfOthersKeepsItsOwner() throws Exception {
        host.write("/opt/photos/cat.jpg", "precious");
        Directory wanted = new Directory("/opt/photos", "700", "nobody", List.of("member"));

        StepResult result = host.carryOut(host.difference(wanted).orElseThrow());

        assertThat(result.succeeded()).isFalse();
        assertThat(result.output()).contains("contains other files, such as cat.jpg");
        assertThat(rights("/opt/photos")).isNotEqualTo("rwx------");
    }

    @Test
    void aDirectoryWithWhatMayBeInItGetsItsMode() throws Exception {
        Files.createDirectories(host.at("/opt/etcd/member"));
        Files.createDirectories(host.at("/opt/etcd/lost+found"));

        host.repair(new Directory("/opt/etcd", "700", ME, List.of("member")));

        assertThat(rights("/opt/etcd")).isEqualTo("rwx------");
    }

    @Test
    void aFileInThePlaceOfADirectoryIsLeftAlone() throws Exception {
        host.write("/var/lib/etcd", "precious");

        StepResult result = host.carryOut(
                host.difference(new Directory("/var/lib/etcd", "700", ME)).orElseThrow());

        assertThat(result.succeeded()).isFalse();
        assertThat(host.at("/var/lib/etcd")).hasContent("precious");
    }

    @Test
    void installsAProgramAndKnowsItsSumFromThenOn() throws Exception {
        Program program = program("/usr/local/bin/etcd", "new");

        Difference difference = host.repair(program);

        assertThat(difference.title()).isEqualTo("install /usr/local/bin/etcd");
        assertThat(rights("/usr/local/bin/etcd")).isEqualTo("rwxr-xr-x");
        assertThat(host.at("/var/lib/urania/sums/usr+local+bin+etcd"))
                .content()
                .startsWith(Payload.sha256("new".getBytes(StandardCharsets.UTF_8)) + " ");
    }

    @Test
    void replacesAProgramThatWasTamperedWith() throws Exception {
        Program program = program("/usr/local/bin/etcd", "new");
        host.repair(program);
        Files.writeString(host.at("/usr/local/bin/etcd"), "bad");

        assertThat(host.repair(program).title()).isEqualTo("replace /usr/local/bin/etcd");
    }

    @Test
    void seesThatAProgramCannotBeExecutedAnyMore() throws Exception {
        Program program = program("/usr/local/bin/etcd", "new");
        host.repair(program);
        Files.setPosixFilePermissions(host.at("/usr/local/bin/etcd"), PosixFilePermissions.fromString("rw-r--r--"));

        assertThat(host.repair(program).before()).hasToString("mode-644");
    }

    @Test
    void trustsANotedSumAsLongAsTheFileIsUntouched() throws Exception {
        Program program = program("/usr/local/bin/etcd", "new");
        host.repair(program);
        Path note = host.at("/var/lib/urania/sums/usr+local+bin+etcd");
        Files.writeString(note, Files.readString(note).replaceFirst("^\\w+", "0".repeat(64)));

        assertThat(host.ask(ProgramProbe.at("/usr/local/bin/etcd"))).contains("0".repeat(64));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0123", "0123 4 5"})
    void readsTheFileAgainIfTheNoteIsDamaged(String note) throws Exception {
        Program program = program("/usr/local/bin/etcd", "new");
        host.repair(program);
        host.write("/var/lib/urania/sums/usr+local+bin+etcd", note);

        assertThat(host.difference(program)).isEmpty();
    }

    @Test
    void answersForProgramsThatAreNone() throws Exception {
        Files.createDirectories(host.at("/usr/bin/directory"));
        Files.createSymbolicLink(host.at("/usr/bin/dangling"), Path.of("nowhere"));
        host.program("/usr/bin/real", "text");

        assertThat(host.ask(ProgramProbe.at("/usr/bin/directory"))).contains("");
        assertThat(host.ask(ProgramProbe.at("/usr/bin/dangling"))).contains("");
        assertThat(host.ask(ProgramProbe.at("/usr/bin/absent"))).contains("");
        assertThat(host.ask(ProgramProbe.at("/usr/bin/real"))).contains(sum("text"));
    }

    @Test
    void setsSysctlsNowAndForTheNextBoot() throws Exception {
        host.write("/proc/sys/net/ipv4/ip_forward", "0\n");
        host.write("/proc/sys/net/ipv4/tcp_rmem", "4096\t131072\t6291456\n");
        Sysctls sysctls = new Sysctls(new TreeMap<>(Map.of(
                "net.ipv4.ip_forward", "1",
                "net.ipv4.tcp_rmem", "4096 131072 6291456",
                "net.bridge.bridge-nf-call-iptables", "1")));

        Difference difference = host.repair(sysctls);

        assertThat(difference.title()).isEqualTo("set kernel parameters net.ipv4.ip_forward");
        assertThat(host.at("/proc/sys/net/ipv4/ip_forward")).hasContent("1\n");
        assertThat(host.at("/etc/sysctl.d/zz-urania.conf")).hasContent("""
                        net.bridge.bridge-nf-call-iptables = 1
                        net.ipv4.ip_forward = 1
                        net.ipv4.tcp_rmem = 4096 131072 6291456
                        """);
    }

    @Test
    void namesTheHostNowAndForTheNextBoot() throws Exception {
        host.write("/etc/hostname", "raspberrypi\n");
        host.write("/proc/sys/kernel/hostname", "raspberrypi\n");
        HostName name = new HostName("clio");

        StepResult result = host.carryOut(Sandbox.difference(
                        name,
                        Decisions.system("raspberrypi")
                                .put(TextProbe.at("/etc/hostname"), Optional.of("raspberrypi\n"))
                                .build())
                .orElseThrow());

        assertThat(result.succeeded()).as(result.output()).isTrue();
        assertThat(host.at("/etc/hostname")).hasContent("clio\n");
        assertThat(host.at("/proc/sys/kernel/hostname")).hasContent("clio\n");
    }

    @Test
    void importsAnImageOnceAndLeavesNoArchiveBehind() throws Exception {
        ContainerImage image = image("archive");
        containerd();

        Difference difference = host.repair(image);

        assertThat(difference.title()).isEqualTo("import image registry.k8s.io/pause:3.10");
        assertThat(host.at("/var/lib/urania/incoming")).isEmptyDirectory();
        assertThat(host.at("/opt/own/bin/images")).hasContent("registry.k8s.io/pause:3.10\n");
    }

    @Test
    void aFailedImportLeavesNoArchiveBehindAndIsDoneAgain() throws Exception {
        ContainerImage image = image("archive");
        containerd();
        host.program("/opt/own/bin/ctr", "#!/bin/sh\necho 'no space left on device'\nexit 1\n");

        StepResult result = host.carryOut(host.difference(image).orElseThrow());

        assertThat(result.succeeded()).isFalse();
        assertThat(result.output()).isEqualTo("no space left on device");
        assertThat(host.at("/var/lib/urania/incoming")).isEmptyDirectory();
        containerd();
        host.repair(image);
    }

    @Test
    void importsAnotherBuildOfAnImageAndOneThatSomebodyRemoved() throws Exception {
        containerd();
        host.repair(image("archive"));

        assertThat(host.repair(image("newer")).before()).hasToString("another build");
        host.write("/opt/own/bin/images", "");
        assertThat(host.repair(image("newer")).before()).hasToString("absent");
        host.write("/var/lib/urania/images/registry.k8s.io+pause:3.10", "");
        assertThat(host.repair(image("newer")).before()).hasToString("another build");
    }

    /** A ctr that keeps a list of names, and a socket that shows that containerd runs. */
    private void containerd() throws IOException {
        Path socket = host.at("/run/containerd/containerd.sock");
        if (!Files.exists(socket, LinkOption.NOFOLLOW_LINKS)) {
            Files.createDirectories(socket.getParent());
            ServerSocketChannel.open(StandardProtocolFamily.UNIX)
                    .bind(UnixDomainSocketAddress.of(socket))
                    .close();
        }
        host.program("/opt/own/bin/ctr", """
                #!/bin/sh
                list="${0%/*}/images"
                case "$3 $4" in
                "images list") [ ! -e "$list" ] || cat "$list" ;;
                "images import") [ -s "$5" ] && echo registry.k8s.io/pause:3.10 >"$list" ;;
                *) exit 9 ;;
                esac
                """);
    }

    /** Programs need not be where they usually are. */
    private static final ImageStore STORE = new ImageStore(
            "/run/containerd/containerd.sock",
            "/opt/own/bin/ctr --namespace k8s.io images list --quiet",
            "/opt/own/bin/ctr --namespace k8s.io images import");

    private ContainerImage image(String content) throws IOException {
        Path archive = host.write("/bundle.tar", content);
        Payload.LocalFile payload = new Payload.LocalFile(archive, content.length(), sum(content));
        return new ContainerImage("registry.k8s.io/pause:3.10", _ -> payload, STORE);
    }

    private Program program(String path, String content) throws IOException {
        Path source = host.write("/source", content);
        Payload.LocalFile payload = new Payload.LocalFile(source, content.length(), sum(content));
        return new Program(path, _ -> payload);
    }

    private static TextFile file(String path, String mode, String content) {
        return new TextFile(path, mode, ME, _ -> content, "");
    }

    private static String sum(String text) {
        return Payload.text(text).sha256();
    }

    private String rights(String path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(host.at(path), LinkOption.NOFOLLOW_LINKS));
    }
}
