package io.urania.cluster.reader.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.cluster.RepositoryRoot;
import io.urania.cluster.reader.ClusterReading;
import io.urania.cluster.reader.RackFiles;
import io.urania.cluster.variable.Variable;
import io.urania.inventory.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables of {@code docs/security.md} are the rules, line by line. */
class SecurityRulesTest {
    private static final Pattern ROW = Pattern.compile("^\\| `([^`]+)` \\|", Pattern.MULTILINE);

    @TempDir
    Path directory;

    static List<String> doors() throws IOException {
        return rows("## Settings that open a door");
    }

    static List<String> unmet() throws IOException {
        return rows("## Security that Urania does not support yet");
    }

    @ParameterizedTest
    @MethodSource("doors")
    void anOpenDoorIsToldWithItsLine(String line) {
        ClusterReading reading = new RackFiles(directory).withVariables(line);

        assertThat(reading.spec()).isPresent();
        assertThat(reading.warnings()).singleElement().satisfies(problem -> {
            assertThat(problem.position()).isNotNull();
            assertThat(problem.position().line()).isEqualTo(5);
            assertThat(List.of(problem.what(), problem.why(), problem.remedy())).doesNotContain("");
        });
    }

    @ParameterizedTest
    @MethodSource("unmet")
    void moreSecurityThanThereIsIsRefusedUntilItIsKnown(String line) {
        String name = name(line);
        RackFiles files = new RackFiles(directory);

        assertThat(files.withVariables(line).errors()).singleElement().satisfies(problem -> {
            assertThat(problem.what()).startsWith(name + " requires more security");
            assertThat(problem.remedy()).endsWith("set urania_without: [" + name + "]");
            assertThat(problem.position()).isNotNull();
            assertThat(problem.position().line()).isEqualTo(5);
        });
        ClusterReading known = files.withVariables(line + "\nurania_without: [" + name + "]");

        assertThat(known.spec()).isPresent();
        assertThat(known.warnings()).extracting(Problem::what).containsExactly(name + " has no effect");
    }

    @Test
    void theTablesNameEveryRule() throws IOException {
        assertThat(unmet()).extracting(SecurityRulesTest::name).containsExactlyElementsOf(SecurityRules.UNMET);
        assertThat(doors())
                .hasSameSizeAs(SecurityRules.doors())
                .allSatisfy(line -> assertThat(SecurityRules.doors())
                        .flatExtracting(Variable::names)
                        .anyMatch(name -> name.split("\\.", -1)[0].equals(name(line))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tls_min_version: VersionTLS12",
                "tls_cipher_suites: []",
                "kubernetes_audit: false",
                "authorization_modes: [Node, RBAC]",
                "kube_api_anonymous_auth: true",
                "etcd_secure_client: true",
                "containerd_config: {metrics: {address: '127.0.0.1:1338'}}"
            })
    void whatIsAsAClusterIsAnywayIsNotTold(String line) {
        ClusterReading reading = new RackFiles(directory).withVariables(line);

        assertThat(reading.errors()).isEmpty();
        assertThat(reading.warnings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kube_pod_security_use_default: true",
                "kube_apiserver_use_authentication_config_file: true",
                "kube_apiserver_use_authorization_config_file: true"
            })
    void whatAnOlderKubernetesDoesNotHaveYetIsTold(String line) {
        ClusterReading reading = new RackFiles(directory).withVariables(line + "\nkube_version: v1.19.5");

        assertThat(reading.spec()).isPresent();
        assertThat(reading.warnings())
                .filteredOn(problem -> problem.what().startsWith(name(line)))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.what()).endsWith("has no effect in Kubernetes v1.19.5");
                    assertThat(problem.position()).isNotNull();
                    assertThat(problem.position().line()).isEqualTo(4);
                });
    }

    @Test
    void aNameThatIsNoSuchSettingIsRefused() {
        assertThat(new RackFiles(directory)
                        .withVariables("urania_without: [audit]")
                        .errors())
                .extracting(Problem::what)
                .containsExactly("urania_without lists audit");
    }

    private static String name(String line) {
        return line.substring(0, line.indexOf(':'));
    }

    private static List<String> rows(String heading) throws IOException {
        String text = Files.readString(RepositoryRoot.resolve("docs/security.md"));
        String from = text.substring(text.indexOf(heading));
        int next = from.indexOf("\n## ");
        return ROW.matcher(next < 0 ? from : from.substring(0, next))
                .results()
                .map(row -> row.group(1))
                .toList();
    }
}
