package io.urania.cluster.phases.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.cluster.component.HostPort;
import io.urania.cluster.manifest.Manifest;
import io.urania.cluster.phases.ArticleRack;
import io.urania.cluster.port.HostPorts;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class KubeProxyTest {

    @TempDir
    Path directory;

    @Test
    void fieldsStandWhereKubeProxyReadsThem() {
        Map<String, Object> configuration = configuration(rack("""
                kube_proxy_min_sync_period: 2s
                kube_proxy_exclude_cidrs: [192.0.2.0/24]
                kube_proxy_conntrack_min: 65536
                kube_proxy_client_burst: 20
                kube_proxy_oom_score_adj: -998
                """));

        assertThat(configuration)
                .containsEntry("iptables", Map.of("minSyncPeriod", "2s"))
                .containsEntry(
                        "ipvs",
                        Map.of("strictARP", false, "minSyncPeriod", "2s", "excludeCIDRs", List.of("192.0.2.0/24")))
                .containsEntry("conntrack", Map.of("maxPerCore", 0, "min", 65_536))
                .containsEntry("clientConnection", Map.of("kubeconfig", "/etc/kube-proxy/kubeconfig.yaml", "burst", 20))
                .containsEntry("oomScoreAdj", -998);
    }

    @Test
    void itsOwnFeatureGatesStandForThoseOfAll() {
        assertThat(configuration(rack("kube_feature_gates: [NFTablesProxyMode=true]\n")))
                .containsEntry("featureGates", Map.of("NFTablesProxyMode", true));
        assertThat(configuration(rack(
                        "kube_feature_gates: [NFTablesProxyMode=true]\nkube_proxy_feature_gates: [AllAlpha=false]\n")))
                .containsEntry("featureGates", Map.of("AllAlpha", false));
        assertThat(configuration(rack("kube_feature_gates: []\n"))).doesNotContainKey("featureGates");
    }

    @Test
    void itsPortsAreThoseThatItIsTold() {
        ArticleRack rack = rack("kube_proxy_metrics_bind_address: 127.0.0.1:11249\n");

        assertThat(HostPorts.of(rack.spec(), rack.node("erato").host()))
                .extracting(HostPort::number)
                .contains(11_249, 10_256)
                .doesNotContain(10_249);
    }

    private ArticleRack rack(String variables) {
        return ArticleRack.of(directory, ArticleRack.NEWEST + variables);
    }

    @SuppressWarnings("unchecked") // the shape of a ConfigMap
    private static Map<String, Object> configuration(ArticleRack rack) {
        Manifest manifest = PodNetwork.manifests(rack.deployment().design()).getFirst();
        Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
        for (Object document : yaml.loadAll(manifest.text())) {
            Map<String, Object> object = (Map<String, Object>) document;
            if (object.get("data") instanceof Map<?, ?> data) {
                return yaml.load(Objects.requireNonNull((String) data.get("config.yaml")));
            }
        }
        throw new AssertionError("no ConfigMap in " + manifest.name());
    }
}
