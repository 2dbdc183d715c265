package io.urania.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import io.urania.cli.console.RecordedConsole;
import io.urania.cli.progress.Output;
import io.urania.cli.terminal.Terminal;
import io.urania.control.bundle.BundleWarning;
import io.urania.control.failure.ExitCode;
import io.urania.control.failure.Refusal;
import io.urania.inventory.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the person at the keyboard sees of a good inventory and of bad ones; no host is touched. */
final class BadInputTest {

    private static final Path ARTICLE =
            Path.of("../examples/article").toAbsolutePath().normalize();

    private static final String THREE_HOSTS = """
            all:
              hosts:
                one: {ansible_host: 10.0.0.1}
                two: {ansible_host: 10.0.0.2}
                three: {ansible_host: 10.0.0.3}
              vars:
                kube_version: v1.36.3
            """;

    private static final List<String> NODES = List.of(
            "pandore",
            "hellenes",
            "epimethee",
            "pyrrha",
            "calliope",
            "clio",
            "erato",
            "euterpe",
            "melpomene",
            "polyhymnia",
            "terpsichore",
            "thalia");

    /** A group names a host that is none, which must not be missed for its address or its absence elsewhere too. */
    private static final String CASCADE =
            THREE_HOSTS.replace("v1.36.3", "v1.91.5\n    kube_network_plugin: flannel") + """
                kube_netwrok_plugin: flannel
                kube_pods_subnet: "{{ ip | lowr }}"
              children:
                kube_control_plane: {hosts: {onne: {}}}
                kube_node: {hosts: {two: {}, three: {}}}
                etcd: {hosts: {one: {}}}
            """;

    @TempDir
    private Path directory;

    @Test
    void aMirrorWithoutTlsNeedsTheSumOfItsManifest() {
        CommandLineOnPipes urania = urania();
        List<String> create = List.of("bundle", "create", "--kubernetes", "v1.36.3", "--arch", "amd64");

        int plain = urania.run(with(create, "--output", path("one"), "--mirror", "http://192.0.2.1/"));

        assertThat(plain).isEqualTo(2);
        assertThat(urania.errors())
                .contains("the mirror http://192.0.2.1/ is not used without a checksum")
                .contains("--mirror-sha256 SUM");
        assertThat(directory.resolve("one")).doesNotExist();
        assertThat(urania.run(with(create, "--mirror-sha256", "0".repeat(64)))).isEqualTo(2);
        assertThat(urania.errors()).contains("--mirror-sha256 requires --mirror");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            bundle create --kubernetes v1.36.3 --arch mips                                | unknown architecture "mips"
            bundle create --kubernetes latest --arch arm64                                | is not a Kubernetes version
            bundle create --kubernetes v1.18.0 --arch arm64                               | is not in the version table
            bundle create --arch arm64                                                    | no version: specify one with --kubernetes
            bundle create --kubernetes v1.36.3 --arch arm64 --mirror ftp://m/ --output x  | is not a mirror
            bundle create --kubernetes v1.36.3 --arch arm64 --mirror /m --mirror-sha256 1 | not 64 hexadecimal digits
            bundle verify x --sha256 abc                                                  | --sha256 abc: a SHA-256 has 64
            """)
    void whatIsWrongWithAnOptionIsWrongUsage(String words, String why) {
        CommandLineOnPipes urania = urania();

        assertThat(urania.run(words.split(" ", -1))).isEqualTo(2);
        assertThat(urania.errors()).contains(why).doesNotContain("Exception");
    }

    @Test
    void aBundleThatOthersCanWriteToIsTold() throws Exception {
        Path bundle = Files.createDirectory(directory.resolve("bundle"));
        Files.setPosixFilePermissions(bundle, PosixFilePermissions.fromString("rwxrwxrwx"));

        RecordedConsole recorded = RecordedConsole.onPipes();
        new BundleWarning(Terminal.telling(recorded.console(), Output.TEXT)).tell(bundle);

        assertThat(recorded.errors()).contains("others can change the bundle " + bundle, "chmod -R go-w ");
    }

    /** Devices and pipes have no end, or wait for somebody. */
    @ParameterizedTest
    @CsvSource({
        "inventory hosts -e @FIFO, not a regular file",
        "inventory hosts -e @/dev/zero, not a regular file",
        "inventory hosts -e @none, no such file or directory",
        "inventory hosts --vault-password-file FIFO, it is not a regular file",
        "inventory hosts --vault-password-file /dev/zero, it is not a regular file",
        "inventory hosts --vault-password-file LARGE, it is larger than 64 KiB",
        "inventory hosts --vault-id a@FIFO, it is not a regular file",
        "inventory hosts --vault-id a@none, the file does not exist",
        "inventory hosts -i FIFO, not a regular file",
        "apply FIFO, it is not a regular file",
        "apply /dev/zero, it is not a regular file",
        "apply none, the file does not exist",
    })
    void whatIsNoFileIsRefusedAtOnce(String words, String why) throws Exception {
        Files.writeString(directory.resolve("hosts.yaml"), THREE_HOSTS);
        Files.writeString(directory.resolve("LARGE"), "x".repeat(70_000));
        assertThat(new ProcessBuilder("mkfifo", path("FIFO")).start().waitFor()).isZero();
        CommandLineOnPipes urania = urania();

        int code = urania.run(with(
                List.of(words.replaceAll("FIFO|LARGE|none", path("$0")).split(" ", -1)), "-i", path("hosts.yaml")));

        assertThat(code).isEqualTo(2);
        assertThat(urania.errors()).contains(why);
    }

    @Test
    void variablesAreReadFromAFile() throws Exception {
        Files.writeString(directory.resolve("hosts.yaml"), THREE_HOSTS);
        Files.writeString(directory.resolve("more.yaml"), "cluster_name: 'a b'\n");
        CommandLineOnPipes urania = urania();

        assertThat(urania.run(
                        "inventory",
                        "show",
                        "one",
                        "cluster_name",
                        "-e",
                        "@" + path("more.yaml"),
                        "-i",
                        path("hosts.yaml")))
                .as(urania.errors())
                .isZero();
        assertThat(urania.output()).startsWith("cluster_name: a b");
    }

    @ParameterizedTest
    @CsvSource({
        "status, true, false",
        "status --json, false, false",
        "unlock, true, false",
        "check, true, true",
        "plan, true, true",
        "plan --json, false, false"
    })
    void whatPeopleReadBeginsWithTheWarningsOfTheInventory(String words, boolean told, boolean shown) {
        CommandLineOnPipes urania = new CommandLineOnPipes(directory, RecordedConsole.onPipes(), request -> {
            request.person().telling().warnings(List.of(Problem.warning(null, "a door is open", "", "")));
            request.person().showing().steps().started("Look around");
            throw new Refusal(ExitCode.FAILED, "no host");
        });

        urania.run(with(List.of(words.split(" ", -1)), "-i", path("hosts.yaml")));

        assertThat(urania.errors().contains("warning: a door is open")).isEqualTo(told);
        assertThat(urania.output().contains("Look around ...")).isEqualTo(shown);
    }

    private static String[] with(List<String> words, String... more) {
        return Stream.concat(words.stream(), Stream.of(more)).toArray(String[]::new);
    }

    @Test
    void theArticlesInventoryIsUnderstood() throws IOException {
        copyArticle();
        write("addresses.yaml", addresses());
        CommandLineOnPipes urania = urania();

        int code = urania.run("inventory", "check", "-i", path("article"), "-i", path("addresses.yaml"));

        assertThat(urania.errors()).doesNotContain("urania:");
        assertThat(code).isZero();
        assertThat(urania.output())
                .contains("Variables with an effect", "etcd_memory_limit", "all/all.yaml:")
                .doesNotContain("Unknown variables")
                .contains("12 hosts; a cluster of Kubernetes")
                .contains("3 control plane nodes, 9 workers, 3 etcd members");
    }

    @Test
    void theReportAsJsonIsOneObject() throws IOException {
        copyArticle();
        write("addresses.yaml", addresses());
        CommandLineOnPipes urania = urania();

        assertThat(urania.run("inventory", "check", "--json", "-i", path("article"), "-i", path("addresses.yaml")))
                .isZero();
        JsonObject json = JsonParser.parseString(urania.output()).getAsJsonObject();
        assertThat(json.getAsJsonArray("hosts")).hasSize(12);
        assertThat(json.getAsJsonArray("variables")).hasSizeGreaterThan(50);
    }

    @Test
    void everyFindingIsToldWithItsLine() throws IOException {
        write("hosts.yaml", CASCADE);
        CommandLineOnPipes urania = urania();

        assertThat(urania.run("inventory", "check", "-i", path("hosts.yaml"))).isEqualTo(2);
        assertThat(urania.errors().replace(directory + "/", "")).isEqualTo("""
                warning: unknown variable 'kube_netwrok_plugin'
                 --> hosts.yaml:9:5
                  |
                9 |     kube_netwrok_plugin: flannel
                  |     ^^^^^^^^^^^^^^^^^^^
                  |
                  = why: Urania does not use it
                  = help: did you mean 'kube_network_plugin'?

                error: kube_version is v1.91.5
                 --> hosts.yaml:7:5
                  |
                7 |     kube_version: v1.91.5
                  |     ^^^^^^^^^^^^
                  |
                  = why: this version of Urania has the minor versions 1.19 to 1.37
                  = help: did you mean v1.19.5? Otherwise choose a version of one of these, for example v1.36.3

                error: unknown filter 'lowr'
                  --> hosts.yaml:10:32
                   |
                10 |     kube_pods_subnet: "{{ ip | lowr }}"
                   |                                ^^^^
                   |
                   = help: did you mean 'lower'?

                error: unknown host onne in group kube_control_plane
                  --> hosts.yaml:12:34
                   |
                12 |     kube_control_plane: {hosts: {onne: {}}}
                   |                                  ^^^^
                   |
                   = why: nothing else in the inventory defines it
                   = help: did you mean one? If it is another host, set its ansible_host
                """);
        assertThat(urania.output()).endsWith("4 hosts; not a valid cluster: 3 errors.\n");
    }

    @Test
    void findingsAsJsonHaveTheirPlaceInParts() throws IOException {
        write("hosts.yaml", CASCADE);
        CommandLineOnPipes urania = urania();

        assertThat(urania.run("inventory", "check", "--json", "-i", path("hosts.yaml")))
                .isEqualTo(2);
        JsonObject json = JsonParser.parseString(urania.output()).getAsJsonObject();
        assertThat(json.getAsJsonArray("findings")).hasSize(4);
        assertThat(json.getAsJsonArray("problems")).hasSize(4);
        assertThat(json.getAsJsonArray("findings").get(1))
                .isEqualTo(JsonParser.parseString("""
                {"severity": "warning", "file": "%s", "line": 9, "column": 5,
                 "what": "unknown variable 'kube_netwrok_plugin'", "why": "Urania does not use it",
                 "help": "did you mean 'kube_network_plugin'?"}
                """.formatted(path("hosts.yaml"))));
    }

    @Test
    void anInventoryThatCannotBeReadIsJsonToo() throws IOException {
        write("tab.yaml", "all:\n  hosts:\n\tone: {}\n");
        CommandLineOnPipes urania = urania();

        assertThat(urania.run("inventory", "check", "--json", "-i", path("tab.yaml")))
                .isEqualTo(2);
        JsonObject json = JsonParser.parseString(urania.output()).getAsJsonObject();
        assertThat(json.getAsJsonArray("findings")).hasSize(1);
        assertThat(json.getAsJsonArray("findings").get(0).getAsJsonObject().get("line"))
                .isEqualTo(new JsonPrimitive(3));
        assertThat(json.getAsJsonArray("hosts")).isEmpty();
        assertThat(urania.errors()).isEmpty();
    }

    @Test
    void aMissingGroupIsOneErrorAndNotOneForEachOfItsHosts() throws IOException {
        write("group.yaml", cluster().replace("kube_control_plane", "kube_contrl_plane"));
        CommandLineOnPipes urania = urania();

        assertThat(urania.run("inventory", "check", "-i", path("group.yaml"))).isEqualTo(2);
        assertThat(urania.errors())
                .containsOnlyOnce("error: ")
                .doesNotContain("warning: ")
                .contains("did you mean group kube_control_plane where you wrote kube_contrl_plane?");
    }

    @Test
    void idleHostsAreOneWarning() throws IOException {
        write("idle.yaml", cluster().replace("three: {}", "").replace("{two: {}, }", "{}"));
        CommandLineOnPipes urania = urania();

        assertThat(urania.run("inventory", "check", "-i", path("idle.yaml"))).isZero();
        assertThat(urania.errors())
                .containsOnlyOnce("warning: ")
                .contains("warning: two has no role … and for 1 more host (three)");
    }

    @Test
    void aFileThatIsNoInventoryIsNotToldLineByLine() throws IOException {
        StringBuilder text = new StringBuilder("all:\n");
        for (int i = 0; i < 100; i++) {
            text.append("  key").append(i).append(": 1\n");
        }
        write("no.yaml", text.toString());
        CommandLineOnPipes urania = urania();

        assertThat(urania.run("inventory", "check", "-i", path("no.yaml"))).isEqualTo(2);
        assertThat(urania.errors().lines().filter(line -> line.startsWith("error: 'key")))
                .hasSize(5);
        assertThat(urania.errors()).contains("… and 95 more in " + path("no.yaml") + " of this kind: a group has");
    }

    @Test
    void aSecretIsNeverShown() throws IOException {
        write("secret.yaml", cluster().replace("""
                    kube_version: v1.36.3
                """, """
                    kube_version: v1.36.3
                    kubeadm_certificate_key: hunter2
                """));
        CommandLineOnPipes urania = urania();

        assertThat(urania.run("inventory", "check", "-i", path("secret.yaml"))).isEqualTo(2);
        assertThat(urania.errors() + urania.output())
                .contains("kubeadm_certificate_key has 7 characters", "secret.yaml:8:5")
                .doesNotContain("hunter2");
    }

    @Test
    void aMissingInventoryIsNamed() {
        CommandLineOnPipes urania = urania();

        assertThat(urania.run("inventory", "check", "-i", path("nowhere.yaml"))).isEqualTo(2);
        assertThat(urania.errors()).contains("nowhere.yaml");
        assertNoStackTrace(urania);
    }

    @Test
    void aTabHasItsPlace() throws IOException {
        write("tab.yaml", "all:\n  hosts:\n\tone: {}\n");

        assertRefused("tab.yaml", "tab.yaml:3:1");
    }

    @Test
    void anUnknownHostInAGroupHasItsPlace() throws IOException {
        write("unknown.yaml", THREE_HOSTS + """
                  children:
                    kube_control_plane: {hosts: {onne: {}}}
                    etcd: {hosts: {one: {}}}
                """);

        assertRefused("unknown.yaml", "unknown.yaml:", "onne");
    }

    @Test
    void twoEtcdMembersAreRefused() throws IOException {
        write("two.yaml", THREE_HOSTS + """
                  children:
                    kube_control_plane: {hosts: {one: {}}}
                    kube_node: {hosts: {three: {}}}
                    etcd: {hosts: {one: {}, two: {}}}
                """);

        assertRefused("two.yaml", "two.yaml:", "etcd");
    }

    @Test
    void aClusterWithoutControlPlaneIsRefused() throws IOException {
        write("none.yaml", THREE_HOSTS + """
                  children:
                    kube_node: {hosts: {one: {}, two: {}, three: {}}}
                """);

        assertRefused("none.yaml", "kube_control_plane");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "kube_netwrok_plugin: flannel              | did you mean 'kube_network_plugin'?",
                "cluster_name: ~{{ kube_versoin }}~        | did you mean 'kube_version'?",
                "cluster_name: ~{{ hostvars['onne'].ip }}~ | did you mean 'one'?",
                "#cluster_name: ~{{ 'a' | lowr }}~#        | did you mean 'lower'?",
                "kube_version: v1.91.5                     | did you mean v1.19.5?",
                "kube_version: v1.36,3                     | did you mean 'v1.36.3'?"
            })
    void theNameThatWasMeantIsSuggested(String line, String suggestion) throws IOException {
        write("meant.yaml", withVariable(line.replace('~', '"')));

        assertSuggested("meant.yaml", suggestion);
    }

    @Test
    void theGroupThatWasMeantIsSuggested() throws IOException {
        write("group.yaml", cluster().replace("etcd:", "etdc:"));
        assertSuggested("group.yaml", "did you mean group etcd where you wrote etdc?");

        write("right.yaml", cluster());
        CommandLineOnPipes urania = urania();
        assertThat(urania.run("inventory", "graph", "etdc", "-i", path("right.yaml")))
                .isEqualTo(2);
        assertThat(urania.errors()).contains("has no group 'etdc'; did you mean 'etcd'?");
    }

    @Test
    void theHostThatWasMeantIsSuggested() throws IOException {
        write("host.yaml", cluster().replace("{hosts: {two: {}, three", "{hosts: {two: {}, thre"));

        assertSuggested("host.yaml", "did you mean three?");
    }

    private static String withVariable(String line) {
        return line.startsWith("kube_version")
                ? cluster().replace("kube_version: v1.36.3", line)
                : cluster().replace("kube_version: v1.36.3", "kube_version: v1.36.3\n    " + line);
    }

    private void assertSuggested(String file, String suggestion) {
        CommandLineOnPipes urania = urania();
        urania.run("inventory", "check", "-i", path(file));
        assertThat(urania.errors()).contains(suggestion);
    }

    @Test
    void theRacksAreDrawnIntoAFile() throws IOException {
        write("cluster.yaml", cluster());
        CommandLineOnPipes urania = urania();

        assertThat(urania.run("inventory", "graph", "-i", path("cluster.yaml"), "--svg", path("rack.svg")))
                .isZero();
        assertThat(directory.resolve("rack.svg")).content().contains("three", "10.0.0.3");
        assertThat(urania.output()).isEqualTo("Drew 3 hosts in " + path("rack.svg") + ".\n");
    }

    @Test
    void theSchemaIsPrinted() {
        CommandLineOnPipes urania = urania();

        assertThat(urania.run("inventory", "schema")).isZero();
        assertThat(JsonParser.parseString(urania.output())
                        .getAsJsonObject()
                        .getAsJsonObject("properties")
                        .keySet())
                .contains("kube_version", "loadbalancer_apiserver");
    }

    @Test
    void latestIsNoVersion() throws IOException {
        write("latest.yaml", cluster().replace("v1.36.3", "latest"));

        assertRefused("latest.yaml", "latest.yaml:7:");
    }

    @Test
    void overlappingNetworksAreRefused() throws IOException {
        write("overlap.yaml", cluster().replace("""
                    kube_version: v1.36.3
                """, """
                    kube_version: v1.36.3
                    kube_pods_subnet: 10.233.0.0/16
                    kube_service_addresses: 10.233.0.0/18
                """));

        assertRefused("overlap.yaml", "overlap.yaml:", "10.233.0.0/18");
    }

    private void assertRefused(String file, String... said) {
        CommandLineOnPipes urania = urania();

        assertThat(urania.run("inventory", "check", "-i", path(file))).isEqualTo(2);
        assertThat(urania.errors()).contains(said);
        assertNoStackTrace(urania);
    }

    private static void assertNoStackTrace(CommandLineOnPipes urania) {
        assertThat(urania.errors()).doesNotContain("\tat ").doesNotContain("Exception");
    }

    private static String cluster() {
        return THREE_HOSTS + """
                  children:
                    kube_control_plane: {hosts: {one: {}}}
                    kube_node: {hosts: {two: {}, three: {}}}
                    etcd: {hosts: {one: {}}}
                """;
    }

    private static String addresses() {
        StringBuilder text = new StringBuilder("all:\n  hosts:\n");
        int last = 40;
        for (String name : NODES) {
            text.append("    ").append(name).append(".friends.intra.example.com: {ansible_host: 10.42.253.");
            text.append(last++).append("}\n");
        }
        return text.toString();
    }

    /** A copy, for reading an inventory may make its password files. */
    private void copyArticle() throws IOException {
        try (Stream<Path> files = Files.walk(ARTICLE)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = directory
                        .resolve("article")
                        .resolve(ARTICLE.relativize(file).toString());
                Files.createDirectories(copy.resolveSibling("."));
                Files.copy(file, copy);
            }
        }
    }

    private String path(String name) {
        return directory.resolve(name).toString();
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(directory.resolve(name), text);
    }

    private CommandLineOnPipes urania() {
        // Files are read where the JVM stands, and so must the person.
        return new CommandLineOnPipes(Path.of("").toAbsolutePath(), directory, RecordedConsole.onPipes(), _ -> {
            throw new IllegalStateException("no host may be touched");
        });
    }
}
