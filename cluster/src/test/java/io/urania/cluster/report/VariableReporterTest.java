package io.urania.cluster.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.urania.artifacts.KubernetesVersion;
import io.urania.cluster.reader.ClusterInventory;
import io.urania.cluster.report.VariableReport.Row;
import io.urania.cluster.report.VariableReport.Standing;
import io.urania.inventory.problem.InventoryException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VariableReporterTest {
    @TempDir
    Path directory;

    @Test
    void saysWhatEachVariableDoes() throws IOException, InventoryException {
        Row row = row("etcd_memory_limit: 2GB", "etcd_memory_limit", new KubernetesVersion(1, 36, 3));

        assertThat(row.standing()).isEqualTo(Standing.EFFECT);
        assertThat(row.sentence()).isEqualTo("etcd hosts: MemoryMax= of etcd.service");
        assertThat(row.places()).singleElement().hasToString(directory + "/hosts.yaml:4:5");
    }

    @Test
    void saysWhyAVariableDoesNothing() throws IOException, InventoryException {
        Row row = row("retry_stagger: 5", "retry_stagger", new KubernetesVersion(1, 36, 3));

        assertThat(row.sentence())
                .isEqualTo("no effect: applies to Ansible only: Urania waits for conditions, not for fixed times");
    }

    @Test
    void effectMayDependOnTheVersion() throws IOException, InventoryException {
        String line = "podsecuritypolicy_enabled: true";

        assertThat(row(line, "podsecuritypolicy_enabled", new KubernetesVersion(1, 19, 5))
                        .standing())
                .isEqualTo(Standing.EFFECT);
        assertThat(row(line, "podsecuritypolicy_enabled", new KubernetesVersion(1, 36, 3))
                        .sentence())
                .startsWith("no effect: Kubernetes v1.36.3 no longer has it (until 1.24)");
        assertThat(row(
                                "kube_pod_security_use_default: true",
                                "kube_pod_security_use_default",
                                new KubernetesVersion(1, 19, 5))
                        .sentence())
                .startsWith("no effect: Kubernetes v1.19.5 does not have it yet (from 1.23)");
    }

    @Test
    void aKeyOfAMappingWrittenAsANameIsToldHowToWriteIt() throws IOException, InventoryException {
        Row row = row(
                "loadbalancer_apiserver.port: 8443", "loadbalancer_apiserver.port", new KubernetesVersion(1, 36, 3));

        assertThat(row.standing()).isEqualTo(Standing.UNKNOWN);
        assertThat(new VariableReport(List.of(row)).misspelt()).singleElement().satisfies(problem -> {
            assertThat(problem.what()).isEqualTo("'loadbalancer_apiserver.port' sets nothing");
            assertThat(problem.remedy()).contains("loadbalancer_apiserver: {port: …}");
        });
    }

    @Test
    void suggestsTheNameThatWasMeant() throws IOException, InventoryException {
        Row row = row("kube_netwrk_plugin: flannel", "kube_netwrk_plugin", new KubernetesVersion(1, 36, 3));

        assertThat(row.sentence()).isEqualTo("unknown: did you mean kube_network_plugin?");
    }

    @Test
    void looksIntoMappings() throws IOException, InventoryException {
        List<Row> rows = rows(
                "containerd_config: {grpc: {max_recv_message_size: 1, max_snd_message_size: 2}, registries: {docker.io: x}}",
                new KubernetesVersion(1, 36, 3));

        assertThat(rows)
                .extracting(Row::name, Row::standing)
                .containsExactly(
                        tuple("containerd_config.grpc.max_recv_message_size", Standing.EFFECT),
                        tuple("containerd_config.grpc.max_snd_message_size", Standing.UNKNOWN),
                        tuple("containerd_config.registries", Standing.EFFECT));
    }

    @Test
    void emptyMappingSaysItsKeys() throws IOException, InventoryException {
        Row row = row("loadbalancer_apiserver:", "loadbalancer_apiserver", new KubernetesVersion(1, 36, 3));

        assertThat(row.sentence()).isEqualTo("no effect: it has no keys; it accepts address, port");
    }

    @Test
    void theRankOfAGroupIsKnownWhereItCounts() throws IOException, InventoryException {
        Row row = row("ansible_group_priority: 10", "ansible_group_priority", new KubernetesVersion(1, 36, 3));

        assertThat(row.standing()).isEqualTo(Standing.EFFECT);
        assertThat(row.sentence()).startsWith("inventory: of groups at the same depth that set a variable");
        assertThat(row.places()).singleElement().hasToString(directory + "/hosts.yaml:4:5");

        Files.createDirectories(directory.resolve("group_vars"));
        Files.writeString(directory.resolve("group_vars/all.yml"), "ansible_group_priority: 10\n");

        assertThat(row("x: 1", "ansible_group_priority", new KubernetesVersion(1, 36, 3))
                        .sentence())
                .startsWith("no effect: Ansible reads it only below vars: of a group in the hosts file");
    }

    private Row row(String line, String name, KubernetesVersion version) throws IOException, InventoryException {
        return rows(line, version).stream()
                .filter(row -> row.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<Row> rows(String line, KubernetesVersion version) throws IOException, InventoryException {
        Path file = directory.resolve("hosts.yaml");
        Files.writeString(file, "all:\n  hosts: {pandore: }\n  vars:\n    " + line + "\n");
        return new VariableReporter(ClusterInventory.load(List.of(file)), Optional.of(version))
                .report()
                .rows();
    }
}
