package io.urania.cli.rack;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.cluster.report.VariableReport;
import io.urania.cluster.report.VariableReport.Standing;
import io.urania.cluster.report.VariableReporter;
import io.urania.inventory.Inventory;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every variable of the article that is said to have an effect has it, seen on the hosts of a rack. */
@Tag("rack")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class VariableEffectsTest {

    /** Variables whose effect is on the machine that Urania runs on, or is that something is refused. */
    private static final Set<String> SEEN_ELSEWHERE = Set.of(
            "credentials_dir", // keepsSecretsToItsOwner
            "kubeadm_certificate_key", // keepsSecretsToItsOwner
            "kubeconfig_localhost", // handsOutTheKubeconfig
            "kubectl_localhost", // false in the article: nothing to see
            "minimal_node_memory_mb"); // refuses hosts: cluster's PreflightTest

    private final List<Row> rows = rows();

    @SuppressWarnings("NullAway.Init") // set before every test
    private RackUnderTest rack;

    @BeforeAll
    void findRack() throws Exception {
        rack = RackUnderTest.find();
    }

    record Row(String variable, String host, String script, String expected) {
        @Override
        public String toString() {
            return variable + ": " + expected;
        }
    }

    Stream<Row> effects() {
        return rows.stream();
    }

    @ParameterizedTest
    @MethodSource("effects")
    void isSeen(Row row) throws Exception {
        String host = switch (row.host()) {
            case "control-plane" -> rack.controlPlane();
            case "worker" -> rack.worker();
            default -> rack.balancer();
        };
        String script = row.script().replace("@CP@", rack.controlPlane()).replace("@WORKER@", rack.worker());

        assertThat(rack.run(host, script)).contains(row.expected());
    }

    @Test
    void everyVariableWithAnEffectIsLookedAt() throws Exception {
        VariableReport report = new VariableReporter(Inventory.load(rack.inventories()), Optional.empty()).report();
        Set<String> article = report.rows(Standing.EFFECT).stream()
                .filter(row -> row.places().stream()
                        .anyMatch(place ->
                                place.file().startsWith(rack.directory().resolve("inventory"))))
                .map(VariableReport.Row::name)
                .collect(Collectors.toCollection(TreeSet::new));
        article.removeAll(SEEN_ELSEWHERE);
        article.removeAll(rows.stream().map(Row::variable).toList());

        assertThat(article).isEmpty();
    }

    @Test
    void keepsSecretsToItsOwner() throws Exception {
        Path credentials = rack.directory().resolve("inventory/credentials");
        Path key = credentials.resolve("kubeadm_certificate_key.creds");

        assertThat(mode(credentials)).isEqualTo("rwx------");
        assertThat(mode(key)).isEqualTo("rw-------");
        assertThat(mode(credentials.resolve("etcd/ca.key"))).isEqualTo("rw-------");
        String secret = Files.readString(key).strip();
        assertThat(rack.run(rack.controlPlane(), "for process in /proc/[0-9]*; do cat \"$process/cmdline\"; done"))
                .doesNotContain(secret);
        assertThat(rack.run(rack.controlPlane(), "ls -A /run/urania")).isEmpty();
    }

    @Test
    void handsOutTheKubeconfig() throws Exception {
        Path file = rack.directory().resolve("inventory/artifacts/admin.conf");

        assertThat(mode(file)).isEqualTo("rw-------");
        assertThat(Files.readString(file)).containsPattern("server: https://10\\.42\\.\\d+\\.52:6443");
    }

    private static String mode(Path path) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    /** The shell text may hold bars of its own: what stands before the first two and after the last is apart from it. */
    private static List<Row> rows() {
        try (InputStream stream =
                Objects.requireNonNull(VariableEffectsTest.class.getResourceAsStream("effects.txt"))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(VariableEffectsTest::row)
                    .toList();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Row row(String line) {
        String[] start = line.split(" \\| ", 3);
        int last = start[2].lastIndexOf(" | ");
        return new Row(
                start[0].strip(),
                start[1].strip(),
                start[2].substring(0, last),
                start[2].substring(last + 3).strip());
    }
}
