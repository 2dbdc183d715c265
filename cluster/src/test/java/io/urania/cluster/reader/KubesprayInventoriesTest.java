package io.urania.cluster.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.cluster.RepositoryRoot;
import io.urania.cluster.kubespray.KubesprayCheckout;
import io.urania.cluster.kubespray.Release;
import io.urania.cluster.report.VariableReport;
import io.urania.cluster.report.VariableReport.Row;
import io.urania.cluster.report.VariableReport.Standing;
import io.urania.cluster.report.VariableReporter;
import io.urania.inventory.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every inventory that Kubespray itself has: the samples and the variables of its tests, of each release. Each leads to a cluster or to
 * errors that say which variable cannot be had. What came of them is written to {@code target/kubespray-inventories.txt}.
 */
class KubesprayInventoriesTest {
    private static final Path SUMMARY = RepositoryRoot.resolve("cluster/target/kubespray-inventories.txt");

    /** Nothing stands for what only a host could tell; Kubespray's tests ask for the operating system. */
    private static final Set<String> ONLY_FLANNEL = Set.of("flannel");

    @TempDir
    Path directory;

    private KubesprayCheckout checkout;

    @BeforeEach
    void findKubespray() {
        Optional<KubesprayCheckout> given = KubesprayCheckout.given();
        Assumptions.assumeTrue(given.isPresent(), KubesprayCheckout.ABSENT);
        checkout = given.orElseThrow();
    }

    @Test
    void eachLeadsToAClusterOrToWhatCannotBeDone() throws IOException {
        Map<String, Integer> findings = new TreeMap<>();
        List<String> unknown = new ArrayList<>();
        StringBuilder lines = new StringBuilder();
        int clusters = 0;
        int inventories = 0;
        for (Release release : checkout.releases()) {
            for (Map.Entry<String, RackFiles> inventory : inventories(release).entrySet()) {
                ClusterReading reading = inventory.getValue().read();
                VariableReport report =
                        new VariableReporter(inventory.getValue().inventory(), Optional.empty()).report();
                report.rows(Standing.UNKNOWN).stream().map(Row::name).forEach(unknown::add);
                assertThat(reading.spec().isPresent())
                        .as(inventory.getKey())
                        .isEqualTo(reading.errors().isEmpty());
                assertThat(reading.errors()).as(inventory.getKey()).allSatisfy(problem -> {
                    assertThat(problem.what()).isNotBlank();
                    assertThat(problem.remedy()).isNotBlank();
                });
                if (reading.spec().isPresent()) {
                    assertThat(plugins(inventory.getValue()))
                            .as(inventory.getKey())
                            .isSubsetOf(ONLY_FLANNEL);
                    clusters++;
                }
                inventories++;
                reading.errors().forEach(problem -> findings.merge(problem.what(), 1, Integer::sum));
                lines.append(line(release + " " + inventory.getKey(), reading));
            }
        }
        Files.writeString(SUMMARY, summary(inventories, clusters, findings) + "\n" + lines);

        assertThat(inventories).isPositive();
        assertThat(clusters).isPositive();
        assertThat(unknown).isEmpty();
    }

    private Map<String, RackFiles> inventories(Release release) {
        Map<String, RackFiles> inventories = new LinkedHashMap<>();
        RackFiles sample = files(release, "sample");
        sample.write("hosts.yaml", KubesprayLayout.ofSample(release));
        String prefix = "inventory/sample/";
        checkout.files(release, path -> path.startsWith(prefix + "group_vars/"))
                .forEach((path, text) -> sample.write(path.substring(prefix.length()), text));
        inventories.put("sample", sample);
        String common =
                checkout.files(release, "tests/common_vars.yml"::equals).getOrDefault("tests/common_vars.yml", "");
        checkout.files(release, path -> path.matches("tests/files/[^/]*\\.ya?ml"))
                .forEach((path, text) -> {
                    RackFiles test = files(release, path.substring("tests/files/".length()));
                    test.write("hosts.yaml", KubesprayLayout.of(text, release));
                    test.write("group_vars/all/1-common.yml", common.isEmpty() ? "{}" : common);
                    test.write("group_vars/all/2-test.yml", text);
                    inventories.put(path, test);
                });
        return inventories;
    }

    private RackFiles files(Release release, String name) {
        return new RackFiles(directory.resolve(release.toString()).resolve(name), Map.of());
    }

    private static Set<String> plugins(RackFiles files) {
        return files.inventory().variables("instance-1").unrendered("kube_network_plugin").stream()
                .map(value -> String.valueOf(value.plain()))
                .collect(Collectors.toSet());
    }

    private static String line(String name, ClusterReading reading) {
        StringBuilder text = new StringBuilder(name + ": ");
        if (reading.spec().isPresent()) {
            int later = reading.spec().get().addons().later().size();
            text.append("a cluster of ")
                    .append(reading.spec().get().nodes().size())
                    .append(" nodes, ")
                    .append(later)
                    .append(" things later\n");
        } else {
            text.append(reading.errors().size()).append(" errors\n");
            for (Problem problem : reading.errors()) {
                text.append("    ")
                        .append(problem.what())
                        .append("; ")
                        .append(problem.why())
                        .append('\n');
            }
        }
        return text.toString();
    }

    private static String summary(int inventories, int clusters, Map<String, Integer> findings) {
        StringBuilder text = new StringBuilder("%d inventories, %d lead to a cluster, %d to errors\n\n"
                .formatted(inventories, clusters, inventories - clusters));
        findings.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .forEach(finding -> text.append("%5d  %s\n".formatted(finding.getValue(), finding.getKey())));
        return text.toString();
    }
}
