package io.urania.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.urania.cli.console.Style;
import io.urania.cluster.observation.EtcdFact;
import io.urania.cluster.observation.Workload;
import io.urania.cluster.operation.CertificateStatus;
import io.urania.cluster.operation.ClusterStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class StatusRenderingsTest {

    @Test
    void allIsWellOnlyWhereEverythingWasLookedAt() {
        assertThat(text(status(Optional.of(new TreeMap<>()), List.of(), List.of(), List.of())))
                .endsWith("The cluster is healthy.");
        assertThat(text(status(Optional.empty(), List.of(), List.of(), List.of("drift"))))
                .endsWith("not checked: drift", "No problems found in what was checked.");
        assertThat(text(status(Optional.empty(), List.of(), List.of("it ends in 3 days"), List.of())))
                .endsWith("warning: it ends in 3 days", "The cluster is healthy; see the warnings.");
        assertThat(text(status(Optional.empty(), List.of("erato is away"), List.of(), List.of())))
                .endsWith("unhealthy: erato is away");
    }

    @Test
    void workloadsAndTheFirstCertificateToEndAreShown() {
        assertThat(text(status(Optional.empty(), List.of(), List.of(), List.of())))
                .contains(
                        "deployment coredns   1 of 2",
                        "Certificates: 1; the first to expire is /etc/kubernetes/admin.conf on pandore, in 12 days.");
    }

    @Test
    void jsonHasAllOfIt() {
        JsonObject json = StatusJson.of(
                status(Optional.of(new TreeMap<>(Map.of("erato", 3))), List.of(), List.of("it"), List.of()));

        assertThat(json.get("well").getAsBoolean()).isTrue();
        assertThat(json.get("all_well").getAsBoolean()).isFalse();
        assertThat(json.getAsJsonArray("warnings")).hasSize(1);
        assertThat(json.getAsJsonObject("drift").get("erato").getAsInt()).isEqualTo(3);
        assertThat(json.getAsJsonArray("workloads").get(0))
                .hasToString("{\"kind\":\"deployment\",\"name\":\"coredns\",\"wanted\":2,\"ready\":1}");
        assertThat(json.getAsJsonArray("certificates").get(0))
                .hasToString("{\"host\":\"pandore\",\"file\":\"/etc/kubernetes/admin.conf\","
                        + "\"ends\":\"2026-12-10T00:00:00Z\",\"days_left\":12}");
        assertThat(json.getAsJsonArray("etcd").get(0))
                .hasToString("{\"member\":\"pandore\",\"serving\":false,\"reason\":\"its host has no data of it\"}");
    }

    private static List<String> text(ClusterStatus status) {
        return new StatusText(Style.PLAIN).of(status);
    }

    private static ClusterStatus status(
            Optional<SortedMap<String, Integer>> drift,
            List<String> complaints,
            List<String> warnings,
            List<String> unseen) {
        return new ClusterStatus(
                new TreeMap<>(),
                List.of(new Workload("deployment", "coredns", 2, 1)),
                new TreeMap<>(Map.of("pandore", new EtcdFact.Absent())),
                new TreeMap<>(),
                List.of(new CertificateStatus(
                        "pandore", "/etc/kubernetes/admin.conf", Instant.parse("2026-12-10T00:00:00Z"), 12)),
                drift,
                complaints,
                warnings,
                unseen);
    }
}
