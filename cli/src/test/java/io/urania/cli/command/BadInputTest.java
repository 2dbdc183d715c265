package io.urania.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.urania.cli.console.RecordedConsole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    @TempDir
    private Path directory;

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
