package io.urania.cluster.phases;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.cluster.Golden;
import io.urania.cluster.manifest.Manifest;
import io.urania.cluster.observation.ClusterProbe;
import io.urania.cluster.phases.addons.Addons;
import io.urania.cluster.phases.network.PodNetwork;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class ManifestsTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {ArticleRack.NEWEST, ArticleRack.ARTICLES_OWN})
    void objectsAreAsTheyWere(String variables) {
        ArticleRack rack = ArticleRack.of(directory, variables);

        for (Manifest manifest : manifests(rack)) {
            Golden.verify(getClass(), rack.spec().kubernetes() + "/" + manifest.name() + ".yaml", manifest.text());
        }
    }

    @Test
    void articleHasTheseOfThem() {
        assertThat(manifests(ArticleRack.of(directory, ArticleRack.NEWEST)))
                .extracting(Manifest::name)
                .containsExactly("kube-proxy", "flannel", "coredns", "node-local-dns", "metrics-server");
    }

    @Test
    void policiesAreThereOnlyWhereKubernetesHasThem() {
        assertThat(manifests(ArticleRack.of(directory, ArticleRack.ARTICLES_OWN)))
                .extracting(Manifest::name)
                .contains("pod-security-policies");
    }

    @Test
    void whatIsNotWantedIsLeftOut() {
        ArticleRack rack = ArticleRack.of(
                directory, ArticleRack.NEWEST + "enable_nodelocaldns: false\nmetrics_server_enabled: false\n");

        assertThat(manifests(rack)).extracting(Manifest::name).containsExactly("kube-proxy", "flannel", "coredns");
    }

    @Test
    void flannelsOtherBackendIsConfiguredWithItsPortAndNumber() {
        ArticleRack rack = ArticleRack.of(directory, ArticleRack.NEWEST + "flannel_backend_type: vxlan\n");

        assertThat(manifest(rack, "flannel").text())
                .contains("\"Backend\": {\"Type\": \"vxlan\", \"VNI\": 1, \"Port\": 8472}");
    }

    @Test
    void flannelHasTheInventorysRoutesInterfaceAndAmounts() {
        String text = manifest(ArticleRack.of(directory, ArticleRack.NEWEST + """
                        flannel_backend_type: vxlan
                        flannel_vxlan_direct_routing: true
                        flannel_interface_regexp: 'eth\\d'
                        flannel_memory_requests: 64M
                        flannel_cpu_limit: 300m
                        """), "flannel")
                .text();

        assertThat(text)
                .contains("\"Port\": 8472, \"DirectRouting\": true}", "- --iface-regex=eth\\d\n")
                .containsSubsequence("limits:", "cpu: 300m", "requests:", "memory: 64M");
    }

    @ParameterizedTest
    @CsvSource({"v1.19.5, policy/v1beta1", "v1.36.3, policy/v1"})
    void coreDnsIsToleratedAndSparedAsTheInventorySays(String kubernetes, String api) {
        ArticleRack rack = ArticleRack.of(directory, "kube_version: " + kubernetes + """

                kube_proxy_mode: iptables
                dns_extra_tolerations: [{key: dedicated, operator: Exists}]
                coredns_pod_disruption_budget: true
                """);

        Manifest coreDns = manifest(rack, "coredns");

        assertThat(coreDns.text())
                .contains(
                        "- key: dedicated\n        operator: Exists\n",
                        "apiVersion: " + api + "\nkind: PodDisruptionBudget\n")
                .contains("  maxUnavailable: 30%\n");
        assertThat(coreDns.objects()).contains("PodDisruptionBudget kube-system/coredns");
        assertThat(Manifest.USUAL_KINDS).containsAll(coreDns.kinds());
    }

    @ParameterizedTest
    @CsvSource({"'', 2, control-plane", "dns_nodes_per_replica: 2, 6, os", "coredns_replicas: 99, 12, os"})
    void coreDnsHasMorePodsInLargerClustersOnNodesBesideControlPlaneHosts(String line, int replicas, String selector) {
        String text = manifest(ArticleRack.of(directory, ArticleRack.NEWEST + line + "\n"), "coredns")
                .text();

        assertThat(text).contains("  replicas: " + replicas + "\n");
        assertThat(text).containsPattern("nodeSelector:\n +\\S*kubernetes.io/" + selector);
    }

    @Test
    void twoCoreDnsAndTwoCachesAreApart() {
        ArticleRack rack = ArticleRack.of(
                directory,
                ArticleRack.NEWEST + "dns_mode: coredns_dual\nenable_nodelocaldns_secondary: true\n"
                        + "nodelocaldns_bind_metrics_host_ip: true\n");

        assertThat(manifest(rack, "coredns-secondary").text())
                .contains("clusterIP: 10.233.128.4\n", "k8s-app: kube-dns-secondary\n")
                .doesNotContain("k8s-app: kube-dns\n");
        assertThat(manifest(rack, "node-local-dns").text())
                .contains("forward . 10.233.128.3 10.233.128.4 {\n", "prometheus {$HOST_ADDRESS}:9253\n")
                .contains("fieldPath: status.hostIP\n")
                .doesNotContain("lameduck", "terminationGracePeriodSeconds");
        assertThat(manifest(rack, "node-local-dns-second").text())
                .contains("name: node-local-dns-second\n", "prometheus {$HOST_ADDRESS}:9255\n")
                .contains("health 169.254.25.10:9256 {\n", "lameduck 5s\n", "terminationGracePeriodSeconds: 10\n");
    }

    @Test
    void metricsServerIsAsTheInventorySays() {
        String text = manifest(ArticleRack.of(directory, ArticleRack.NEWEST + """
                        metrics_server_replicas: 2
                        metrics_server_container_port: 4443
                        metrics_server_host_network: true
                        metrics_server_limits_memory: 200Mi
                        metrics_server_nodeselector: {zone: a}
                        metrics_server_extra_tolerations: [{key: dedicated, operator: Exists}]
                        metrics_server_extra_affinity: {nodeAffinity: {}}
                        """), "metrics-server")
                .text();

        assertThat(text)
                .contains("  replicas: 2\n", "--secure-port=4443\n", "hostNetwork: true\n", "zone: a\n")
                .contains("whenUnsatisfiable: ScheduleAnyway\n", "- key: dedicated\n", "nodeAffinity: {}\n")
                .containsSubsequence("limits:\n", "memory: 200Mi\n", "requests:\n", "cpu: 50m\n");
    }

    @Test
    void everyObjectCarriesOurLabelAndTheSumOfTheManifest() {
        for (Manifest manifest : manifests(ArticleRack.of(directory, ArticleRack.NEWEST))) {
            List<Map<?, ?>> documents = documents(manifest.text());
            assertThat(documents).hasSameSizeAs(manifest.objects()).allSatisfy(document -> {
                Map<?, ?> metadata = (Map<?, ?>) document.get("metadata");
                assertThat(((Map<?, ?>) metadata.get("labels")).get(ClusterProbe.LABEL))
                        .isEqualTo(ClusterProbe.LABEL_VALUE);
                assertThat(((Map<?, ?>) metadata.get("annotations")).get(ClusterProbe.ANNOTATION))
                        .isEqualTo(manifest.sum());
            });
        }
    }

    @Test
    void anotherSettingIsAnotherSum() {
        String other = ArticleRack.NEWEST + "metrics_server_metric_resolution: 30s\n";

        assertThat(manifest(ArticleRack.of(directory, other), "metrics-server").sum())
                .isNotEqualTo(manifest(ArticleRack.of(directory, ArticleRack.NEWEST), "metrics-server")
                        .sum());
    }

    @Test
    void kindsAreThoseByWhichKubectlFindsTheObjects() {
        assertThat(Phases.kinds(ArticleRack.of(directory, ArticleRack.NEWEST)
                        .deployment()
                        .design()))
                .contains("configmap", "daemonset.apps", "clusterrole.rbac.authorization.k8s.io", "service");
    }

    /** Of other kinds nobody would find what is left of a component that is switched off. */
    @Test
    void allKindsAreAmongTheUsual() {
        assertThat(manifests(ArticleRack.of(directory, ArticleRack.NEWEST)))
                .allSatisfy(manifest -> assertThat(Manifest.USUAL_KINDS).containsAll(manifest.kinds()));
    }

    /** What a pod may do is what an intruder in it may do. */
    @ParameterizedTest
    @ValueSource(strings = {ArticleRack.NEWEST, ArticleRack.ARTICLES_OWN})
    void everyPodHasTheRightsThatItNeedsAndNoOthers(String variables) {
        Map<String, List<String>> capabilities = Map.of(
                "flannel", List.of("NET_ADMIN", "NET_RAW"),
                "coredns", List.of(),
                "node-local-dns", List.of("NET_BIND_SERVICE"),
                "metrics-server", List.of());
        for (Manifest manifest : manifests(ArticleRack.of(directory, variables))) {
            for (Map<?, ?> document : documents(manifest.text())) {
                if (!(at(document, "spec", "template", "spec") instanceof Map<?, ?> pod)) {
                    continue;
                }
                List<?> containers = (List<?>) pod.get("containers");
                Map<?, ?> container = (Map<?, ?>) containers.getFirst();
                assertThat(at(container, "securityContext", "readOnlyRootFilesystem"))
                        .as(manifest.name())
                        .isEqualTo(true);
                if (manifest.name().equals("kube-proxy")) {
                    assertThat(at(container, "securityContext", "privileged")).isEqualTo(true);
                    continue;
                }
                assertThat(at(container, "securityContext", "privileged"))
                        .as(manifest.name())
                        .isNull();
                assertThat(at(container, "securityContext", "allowPrivilegeEscalation"))
                        .as(manifest.name())
                        .isEqualTo(false);
                assertThat(at(container, "securityContext", "capabilities", "drop"))
                        .isEqualTo(List.of("ALL"));
                assertThat(Optional.ofNullable(at(container, "securityContext", "capabilities", "add"))
                                .orElse(List.of()))
                        .as(manifest.name())
                        .isEqualTo(capabilities.get(manifest.name()));
                assertThat(at(pod, "securityContext", "seccompProfile", "type"))
                        .as(manifest.name())
                        .isEqualTo("RuntimeDefault");
                boolean nonRoot = Boolean.TRUE.equals(at(pod, "securityContext", "runAsNonRoot"))
                        || Boolean.TRUE.equals(at(container, "securityContext", "runAsNonRoot"));
                assertThat(nonRoot)
                        .as(manifest.name())
                        .isEqualTo(!manifest.name().matches("flannel|node-local-dns"));
            }
        }
    }

    private static @Nullable Object at(Object tree, String... keys) {
        Object value = tree;
        for (String key : keys) {
            value = value instanceof Map<?, ?> map ? map.get(key) : null;
        }
        return value;
    }

    private static List<Manifest> manifests(ArticleRack rack) {
        List<Manifest> manifests =
                new ArrayList<>(PodNetwork.manifests(rack.deployment().design()));
        manifests.addAll(Addons.manifests(rack.deployment().design()));
        return manifests;
    }

    private static Manifest manifest(ArticleRack rack, String name) {
        return manifests(rack).stream()
                .filter(manifest -> manifest.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<Map<?, ?>> documents(String text) {
        List<Map<?, ?>> documents = new ArrayList<>();
        new Yaml(new SafeConstructor(new LoaderOptions()))
                .loadAll(text)
                .forEach(document -> documents.add((Map<?, ?>) document));
        return documents;
    }
}
