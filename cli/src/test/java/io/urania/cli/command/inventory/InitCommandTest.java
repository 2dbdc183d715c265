package io.urania.cli.command.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.urania.cli.console.Console.Abilities;
import io.urania.cli.console.RecordedConsole;
import io.urania.cli.console.Style;
import io.urania.cluster.reader.ClusterInventory;
import io.urania.cluster.reader.ClusterReading;
import io.urania.cluster.reader.ClusterSpecReader;
import io.urania.cluster.spec.Balancing;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.HostSpec;
import io.urania.cluster.spec.NodeSpec;
import io.urania.cluster.value.etcd.EtcdDeployment;
import io.urania.control.failure.Refusal;
import io.urania.control.hostkey.KeyScan;
import io.urania.engine.transport.hostkey.HostKey;
import io.urania.engine.transport.hostkey.HostKeyVerdict;
import io.urania.engine.transport.hostkey.ShownKey;
import io.urania.inventory.Inventory;
import io.urania.inventory.InventoryRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

final class InitCommandTest {

    private static final KeyScan KEYS = target -> Optional.of(
            new ShownKey(target.address(), new HostKey("ssh-ed25519", "AAAA"), new HostKeyVerdict.Unknown()));

    @TempDir
    private Path directory;

    @Test
    void theArticlesRackIsWrittenWithNothingToRepair() throws Exception {
        RecordedConsole recorded = RecordedConsole.onPipes();
        run(recorded, "--rack", "article", "--kubernetes", "v1.36.3", "--user", "pi");

        ClusterSpec spec = writtenInOldWords("inventory");
        assertThat(spec.nodes()).hasSize(12);
        assertThat(spec.controlPlane()).hasSize(3);
        assertThat(spec.balancers()).hasSize(1);
        assertThat(spec.kubernetes()).hasToString("v1.36.3");
        assertThat(spec.nodes())
                .allMatch(node -> node.labels().containsKey("my.topology/rack"))
                .allMatch(node -> node.host().target().user().equals("pi"));
        assertThat(recorded.output()).endsWith("Next: ./urania inventory check\n");
    }

    /** The article's section "Déploiement Manuel". */
    @ParameterizedTest
    @CsvSource({"v1.36.3", "v1.20.15", "v1.19.5"})
    void theArticlesManualPathIsAnInventoryToo(String kubernetes) throws Exception {
        run(RecordedConsole.onPipes(), "--rack", "manual", "--kubernetes", kubernetes, "--user", "alarm");

        Inventory inventory = ClusterInventory.load(
                InventoryRequest.of(List.of(directory.resolve("inventory"))).in(directory));
        ClusterReading reading = ClusterSpecReader.standard().read(inventory);
        assertThat(reading.errors()).isEmpty();
        assertThat(reading.warnings())
                .singleElement()
                .satisfies(problem -> assertThat(problem.what())
                        .endsWith("images come from registries whose certificates are not verified"));
        assertThat(reading.oldNames()).isEmpty();
        ClusterSpec spec = reading.orThrow();
        assertThat(spec.nodes()).extracting(NodeSpec::name).containsExactly("mymasternode", "myworker1", "myworker2");
        assertThat(spec.controlPlane())
                .singleElement()
                .satisfies(node -> assertThat(node.runsPods()).isFalse());
        assertThat(spec.etcd().deployment()).isEqualTo(EtcdDeployment.KUBEADM);
        assertThat(spec.etcd().members())
                .extracting(member -> member.clientUrl(spec.etcd().main()))
                .containsExactly("https://192.168.40.10:2379");
        assertThat(spec.balancers()).isEmpty();
        assertThat(spec.endpoint().balancing()).isInstanceOf(Balancing.None.class);
        assertThat(spec.endpoint().address()).hasToString("192.168.40.10");
        assertThat(spec.network().first().pods()).hasToString("10.244.0.0/16");
        assertThat(spec.apiServer().certificateNames()).contains("extrahostname.node");
        assertThat(spec.hosts()).allMatch(host -> host.target().user().equals("alarm"));
    }

    @Test
    void theManualRacksControlPlaneHostCanRunPods() throws Exception {
        run(RecordedConsole.onPipes(), "--rack", "manual");
        Path hosts = directory.resolve("inventory/hosts.yaml");
        Files.writeString(hosts, Files.readString(hosts).replace("# mymasternode:", "mymasternode:"));

        ClusterSpec spec = ClusterSpecReader.standard()
                .read(ClusterInventory.load(InventoryRequest.of(List.of(directory.resolve("inventory")))
                        .in(directory)))
                .orThrow();

        assertThat(spec.firstControlPlane().runsPods()).isTrue();
    }

    @Test
    void theArticlesOwnVersionIsKeptUnlessAnotherIsAsked() throws Exception {
        run(RecordedConsole.onPipes(), "--rack", "article", "rack");

        assertThat(writtenInOldWords("rack").kubernetes()).hasToString("v1.19.5");
    }

    @ParameterizedTest
    @CsvSource({
        "1, , 1, 1, 0",
        "2, , 1, 1, 0",
        "3, , 1, 2, 0",
        "4, , 3, 1, 1",
        "12, , 3, 9, 1",
        "12, 5, 5, 7, 1",
        "3, 3, 3, 0, 1",
        "1, 1, 1, 0, 0",
        "100, 3, 3, 97, 1"
    })
    void namedHostsAreWrittenWithoutAnyFinding(int hosts, String asked, int controlPlane, int workers, int balancers)
            throws Exception {
        String list = IntStream.rangeClosed(1, hosts)
                .mapToObj(number -> "pi" + number + "=10.0.0." + number)
                .collect(Collectors.joining(","));
        RecordedConsole recorded = RecordedConsole.onPipes();
        if (asked == null) {
            run(recorded, "--hosts", list, "new");
        } else {
            run(recorded, "--hosts", list, "--control-plane", asked, "new");
        }

        ClusterSpec spec = written("new");
        assertThat(spec.controlPlane()).hasSize(controlPlane);
        assertThat(spec.nodes()).hasSize(hosts);
        assertThat(spec.workers()).hasSize(hosts == 1 ? 0 : workers);
        assertThat(spec.etcd().members()).hasSize(controlPlane);
        assertThat(spec.balancers()).hasSize(balancers);
        assertThat(spec.nodes().stream().filter(NodeSpec::runsPods)).isNotEmpty();
        assertThat(recorded.output()).endsWith("Next: ./urania inventory check -i new\n");
    }

    @Test
    void hostsHaveAddressesOfOneFamily() {
        assertThatThrownBy(() -> run(RecordedConsole.onPipes(), "--hosts", "a=10.0.0.1,b=fd00::2"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("b has an IPv6 address, and a an IPv4 address");
    }

    @ParameterizedTest
    @CsvSource({
        "'no=10.0.0.1,7=10.0.0.2,1e3=10.0.0.3'",
        "'fd00::1,fd00::2,fd00::3'",
        "'a=10.233.0.1,b=10.233.70.1'",
        "'192.168.1.11, 192.168.1.12'",
        "'lonely=192.168.1.11'"
    })
    void whateverTheHostsAreCalledTheFileIsRight(String list) throws Exception {
        run(RecordedConsole.onPipes(), "--hosts", list, "--user", "yes", "--port", "2222");

        ClusterSpec spec = written("inventory");
        assertThat(spec.nodes()).hasSize(list.split(",").length);
        assertThat(spec.hosts())
                .allMatch(host -> host.target().user().equals("yes"))
                .allMatch(host -> host.target().port() == 2222);
    }

    @Test
    void aBalancerCanBeAHostOfItsOwn() throws Exception {
        run(RecordedConsole.onPipes(), "--hosts", "a=10.0.0.1", "--balancer", "lb=10.0.0.9");

        ClusterSpec spec = written("inventory");
        assertThat(spec.nodes()).hasSize(1);
        assertThat(spec.balancers()).extracting(HostSpec::name).containsExactly("lb");
    }

    @Test
    void aScanWritesThoseWhoAnswer() throws Exception {
        RecordedConsole recorded = RecordedConsole.onPipes();
        try (ServerSocket one = new ServerSocket(0, 50, InetAddress.getByName("127.84.0.1"));
                ServerSocket other = new ServerSocket(one.getLocalPort(), 50, InetAddress.getByName("127.84.0.6"))) {
            run(recorded, "--scan", "127.84.0.0/29", "--port", Integer.toString(other.getLocalPort()));
        }

        assertThat(recorded.output()).contains("  127.84.0.1       ssh-ed25519  SHA256:", "  127.84.0.6 ");
        Inventory inventory = ClusterInventory.load(
                InventoryRequest.of(List.of(directory.resolve("inventory"))).in(directory));
        assertThat(inventory.hosts()).containsExactly("pi1", "pi2");
        assertThat(inventory
                        .variables("pi2")
                        .value("ansible_host")
                        .orElseThrow()
                        .plain())
                .isEqualTo("127.84.0.6");
    }

    @Test
    void aScanThatFindsNobodyWritesNothing() throws IOException {
        int free;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getByName("127.84.0.1"))) {
            free = closed.getLocalPort();
        }
        assertThatThrownBy(
                        () -> run(RecordedConsole.onPipes(), "--scan", "127.84.0.2", "--port", Integer.toString(free)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("no SSH server answers in 127.84.0.2");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void onATerminalWhatIsNotSaidIsAsked() throws Exception {
        RecordedConsole recorded =
                typing("one=10.0.0.1,two=10.0.0.2,three=10.0.0.3\n2\n3\nfour\ntwo\nadmin\nv1.91.5\n\n");
        run(recorded);

        assertThat(recorded.errors())
                .contains(
                        "Which hosts, as name=address, separated by commas: ",
                        "How many of 3 hosts are the control plane [1]: ",
                        "'2' control plane nodes of 3 hosts are not possible",
                        "there is no host 'four' for the load balancer; ",
                        "Login user on the hosts [pi]: ",
                        "Which version of Kubernetes [v1.36.3]: ",
                        "did you mean v1.19.5?");
        ClusterSpec spec = written("inventory");
        assertThat(spec.controlPlane()).hasSize(3);
        assertThat(spec.balancers()).extracting(HostSpec::name).containsExactly("two");
        assertThat(spec.kubernetes()).hasToString("v1.36.3");
        assertThat(spec.nodes()).allMatch(node -> node.host().target().user().equals("admin"));
    }

    @Test
    void withYesNothingIsAsked() throws Exception {
        RecordedConsole recorded = typing("");
        run(recorded, "--yes", "--hosts", "a=10.0.0.1");

        assertThat(recorded.errors()).isEmpty();
        written("inventory");
    }

    @Test
    void anInputThatEndsWritesNothing() {
        assertThatThrownBy(() -> run(typing("a=10.0.0.1\n")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("nothing was written");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void whatExistsIsNeverOverwritten() throws Exception {
        Path mine = Files.createDirectories(directory.resolve("inventory")).resolve("hosts.yaml");
        Files.writeString(mine, "mine");
        Path file = Files.writeString(directory.resolve("file"), "mine too");
        Path link = Files.createSymbolicLink(directory.resolve("link"), directory.resolve("nowhere"));

        for (String target : List.of("inventory", "file", "link")) {
            assertThatThrownBy(() -> run(RecordedConsole.onPipes(), "--hosts", "a=10.0.0.1", target))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("already exists");
        }
        assertThat(mine).hasContent("mine");
        assertThat(file).hasContent("mine too");
        assertThat(link).isSymbolicLink();
        try (Stream<Path> entries = Files.list(directory)) {
            assertThat(entries).containsExactlyInAnyOrder(mine.getParent(), file, link);
        }
    }

    @Test
    void anEmptyFolderIsFilled() throws Exception {
        Files.createDirectory(directory.resolve("inventory"));
        run(RecordedConsole.onPipes(), "--hosts", "a=10.0.0.1");

        written("inventory");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--hosts A=10.0.0.1                                 | is not a valid node name",
                "--hosts a=10.0.0.1,a=10.0.0.2                      | two hosts have the name a",
                "--hosts a=10.0.0.1,b=10.0.0.1                      | two hosts have the name b or its address",
                "--hosts a=;b                                       | is not an address",
                "--hosts ,                                          | no hosts specified",
                "--hosts nobody.invalid                             | does not resolve",
                "--hosts a=10.0.0.1 --control-plane 3               | use an odd number",
                "--hosts a=10.0.0.1 --control-plane many            | use an odd number",
                "--hosts a=10.0.0.1 --kubernetes v1.91.5            | did you mean v1.19.5?",
                "--hosts a=10.0.0.1 --user x;y                      | is not a login name",
                "--hosts alpha=10.0.0.1,beta=10.0.0.2 --balancer alpa | did you mean 'alpha'?",
                "--hosts a=10.0.0.1 --names a,b                     | 2 names for 1 hosts",
                "--hosts a=10.0.0.1 --port 0                        | port 0",
                "--scan 10.0.0.0/8                                  | more than 4096 addresses",
                "--rack other                                       | --rack article",
                "--rack article --control-plane 3                   | remove these options",
                "--rack manual --names a,b,c                        | --rack manual sets names",
                "--yes                                              | no hosts specified"
            })
    void whatCannotBeIsRefusedAndNothingWritten(String words, String reason) {
        assertThatThrownBy(() -> run(RecordedConsole.onPipes(), words.strip().split(" +")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(reason);
        assertThat(directory).isEmptyDirectory();
    }

    private void run(RecordedConsole recorded, String... words) throws Exception {
        InitCommand command = new InitCommand(recorded.console(), directory, "./urania", KEYS);
        new CommandLine(command).parseArgs(words);
        assertThat(command.call()).isZero();
    }

    /** The cluster of what was written; there must be nothing to say about it. */
    private ClusterSpec written(String folder) throws Exception {
        Inventory inventory = ClusterInventory.load(
                InventoryRequest.of(List.of(directory.resolve(folder))).in(directory));
        ClusterReading reading = ClusterSpecReader.standard().read(inventory);
        assertThat(reading.problems()).isEmpty();
        return reading.orThrow();
    }

    /**
     * As {@link #written}, in the words of the article's time: there is to be said that newer ones exist, and that the policies it asks for do
     * not any more.
     */
    private ClusterSpec writtenInOldWords(String folder) throws Exception {
        Inventory inventory = ClusterInventory.load(
                InventoryRequest.of(List.of(directory.resolve(folder))).in(directory));
        ClusterReading reading = ClusterSpecReader.standard().read(inventory);
        assertThat(reading.oldNames()).isNotEmpty();
        assertThat(reading.errors()).isEmpty();
        assertThat(reading.warnings())
                .allSatisfy(problem ->
                        assertThat(problem.what()).isEqualTo("podsecuritypolicy_enabled: no policy restricts pods"));
        return reading.orThrow();
    }

    private static RecordedConsole typing(String input) {
        return new RecordedConsole(new Abilities(true, false, Style.PLAIN), input);
    }
}
