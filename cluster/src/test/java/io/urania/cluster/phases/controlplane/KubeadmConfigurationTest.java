package io.urania.cluster.phases.controlplane;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.cluster.Golden;
import io.urania.cluster.phases.ArticleRack;
import io.urania.cluster.phases.Systems;
import io.urania.cluster.value.KubernetesProgram;
import io.urania.cluster.value.ManifestPatch;
import io.urania.engine.system.SystemFact.Cgroups;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class KubeadmConfigurationTest {

    @TempDir
    Path directory;

    /** The names that kubeadm itself makes of ports and paths (cmd/kubeadm/app/preflight/checks.go). */
    @Test
    void ignoresTheRemnantsOfAnInitialisationWhereverTheyAre() {
        ArticleRack rack = rack("kube_apiserver_port: 7443\nkube_cert_dir: /etc/kubernetes/own/pki\n");

        assertThat(List.of(IgnoredErrors.flag(rack.deployment().spec()).split(",", -1)))
                .contains("Port-7443", "FileAvailable--etc-kubernetes-own-pki-ca.crt", "Port-10250")
                .doesNotContain("Port-6443", "FileAvailable--etc-kubernetes-ssl-ca.crt", "all");
    }

    @ParameterizedTest
    @CsvSource({"v1.19.5, v1beta2", "v1.26.15, v1beta3", "v1.36.3, v1beta4"})
    void saysTheSameInEveryVersionOfItsApi(String kubernetes, String api) {
        ArticleRack rack = rack("kube_version: " + kubernetes + "\nkube_proxy_mode: iptables\n");
        KubeadmConfiguration configuration = new KubeadmConfiguration(rack.deployment());

        String init = configuration.init(rack.node("pandore"), ArticleRack.CERTIFICATE_KEY);
        String controlPlane = configuration.joinControlPlane(rack.node("hellenes"), ArticleRack.CERTIFICATE_KEY);
        String worker = configuration.joinWorker(rack.node("erato"));
        String upload = configuration.uploadCertificates(ArticleRack.CERTIFICATE_KEY);

        for (String text : new String[] {init, controlPlane, worker, upload}) {
            assertThat(documents(text))
                    .filteredOn(document ->
                            document instanceof Map<?, ?> map && !"KubeletConfiguration".equals(map.get("kind")))
                    .isNotEmpty()
                    .allSatisfy(document -> assertThat(document)
                            .asInstanceOf(InstanceOfAssertFactories.MAP)
                            .contains(Map.entry("apiVersion", "kubeadm.k8s.io/" + api)));
        }
        Golden.verify(getClass(), "init-" + api + ".yaml", init);
        Golden.verify(getClass(), "join-control-plane-" + api + ".yaml", controlPlane);
        Golden.verify(getClass(), "join-worker-" + api + ".yaml", worker);
    }

    @ParameterizedTest
    @CsvSource({"v1.19.5, v1beta2", "v1.26.15, v1beta3", "v1.36.3, v1beta4"})
    void eventsCanHaveAnEtcdOfTheirOwn(String kubernetes, String api) {
        String version = "kube_version: " + kubernetes + "\nkube_proxy_mode: iptables\n";
        ArticleRack rack = rack(version + "etcd_events_cluster_enabled: true\n");

        Golden.verify(
                getClass(),
                "cluster-with-etcd-of-events-" + api + ".yaml",
                new KubeadmConfiguration(rack.deployment()).clusterText());
        assertThat(new KubeadmConfiguration(rack(version).deployment()).clusterText())
                .doesNotContain("overrides");
    }

    @ParameterizedTest
    @CsvSource({"v1.21.14, v1beta1", "v1.22.17, v1beta2", "v1.24.17, v1beta3", "v1.36.3, v1"})
    void theSchedulerIsConfiguredInAFileOfItsOwn(String kubernetes, String api) {
        ArticleRack rack = rack("kube_version: " + kubernetes + "\nkube_proxy_mode: iptables\n"
                + "kube_scheduler_profiles: [{schedulerName: packing}]\n"
                + "kube_scheduler_client_conn_extra_opts: {qps: 200}\n");

        String file = rack.file(
                "pandore", "/etc/kubernetes/kubescheduler-config.yaml", Systems.facts(Systems.rackHost(Cgroups.V2)));
        String cluster = new KubeadmConfiguration(rack.deployment()).clusterText();

        assertThat(file)
                .contains("apiVersion: kubescheduler.config.k8s.io/" + api + "\n", "- schedulerName: packing\n")
                .contains("clientConnection:\n  kubeconfig: /etc/kubernetes/scheduler.conf\n  qps: 200\n");
        assertThat(cluster)
                .contains("/etc/kubernetes/kubescheduler-config.yaml")
                .containsPattern("name: scheduler-config-[0-9a-f]{8}\n");
    }

    @Test
    void podsOfTheControlPlaneHaveTheInventorysVolumes() {
        ArticleRack rack = rack("""
                kubeadm_feature_gates: [NodeLocalCRISocket=T]
                apiserver_extra_volumes: [{name: keys, hostPath: /etc/keys, mountPath: /keys, readOnly: true}]
                controller_manager_extra_volumes: [{name: plugins, hostPath: /opt/plugins, mountPath: /plugins, writable: true}]
                scheduler_extra_volumes: {}
                """);

        assertThat(new KubeadmConfiguration(rack.deployment()).clusterText())
                .contains("featureGates:\n  NodeLocalCRISocket: true\n")
                .contains("- name: keys\n    hostPath: /etc/keys\n    mountPath: /keys\n    readOnly: true\n")
                .contains(
                        "- name: plugins\n    hostPath: /opt/plugins\n    mountPath: /plugins\n    readOnly: false\n");
    }

    @Test
    void manifestsArePatchedFromADirectoryThatIsAnotherAsSoonAsAPatchIs() {
        String patch = "kubeadm_patches: [{target: kube-scheduler, patch: {metadata: {annotations: {a: '%s'}}}}]\n";
        ArticleRack rack = rack(ArticleRack.NEWEST + patch.formatted("b"));
        ManifestPatches patches = ManifestPatches.of(rack.spec(), rack.node("pandore"));

        assertThat(patches.patches())
                .extracting(ManifestPatch::text)
                .containsExactly("{\"metadata\":{\"annotations\":{\"a\":\"b\"}}}");
        assertThat(patches.files()).singleElement().satisfies(file -> {
            assertThat(file.path()).matches("/etc/kubernetes/patches/[0-9a-f]{8}/kube-scheduler000\\+strategic\\.json");
            String directory = Path.of(file.path()).getParent().toString();
            KubeadmConfiguration configuration = new KubeadmConfiguration(rack.deployment());
            assertThat(List.of(
                            init(rack),
                            configuration.pods(rack.node("pandore")),
                            configuration.joinControlPlane(rack.node("hellenes"), ArticleRack.CERTIFICATE_KEY)))
                    .allSatisfy(text -> assertThat(text).contains("patches:\n  directory: " + directory + "\n"));
        });
        ArticleRack other = rack(ArticleRack.NEWEST + patch.formatted("c"));
        assertThat(ManifestPatches.of(other.spec(), other.node("pandore")).fields())
                .isNotEqualTo(patches.fields());
        assertThat(init(rack("kube_version: v1.19.5\nkube_proxy_mode: iptables\n" + patch.formatted("b"))))
                .doesNotContain("patches");
    }

    @Test
    void apiServersCollectGarbageAsOftenAsTheInventoryWants() {
        ArticleRack rack = rack(ArticleRack.NEWEST + "go_gc_percent: 40\n");

        assertThat(ManifestPatches.of(rack.spec(), rack.node("pandore")).patches())
                .containsExactly(
                        new ManifestPatch(
                                KubernetesProgram.API_SERVER,
                                "strategic",
                                "{\"spec\":{\"containers\":[{\"name\":\"kube-apiserver\",\"env\":[{\"name\":\"GOGC\",\"value\":\"40\"}]}]}}"));
        assertThat(init(rack("kube_version: v1.19.5\nkube_proxy_mode: iptables\ngo_gc_percent: 40\n")))
                .doesNotContain("patches");
    }

    @Test
    void certificatesAreIssuedAsTheInventoryWantsThem() {
        String wanted = "kube_cert_validity_period: 4380h\nkube_asymmetric_encryption_algorithm: ECDSA-P256\n";

        assertThat(init(rack(ArticleRack.NEWEST + wanted)))
                .contains("certificateValidityPeriod: 4380h", "encryptionAlgorithm: ECDSA-P256")
                .doesNotContain("caCertificateValidityPeriod");
        assertThat(init(rack("kube_version: v1.26.15\nkube_proxy_mode: iptables\n" + wanted)))
                .doesNotContain("ValidityPeriod", "encryptionAlgorithm");
    }

    private static String init(ArticleRack rack) {
        return new KubeadmConfiguration(rack.deployment()).init(rack.node("pandore"), ArticleRack.CERTIFICATE_KEY);
    }

    @Test
    void uploadsCertificatesWithTheKeyAndTheClusterOnly() {
        ArticleRack rack = rack(ArticleRack.NEWEST);

        Golden.verify(
                getClass(),
                "upload-certs-v1beta4.yaml",
                new KubeadmConfiguration(rack.deployment()).uploadCertificates(ArticleRack.CERTIFICATE_KEY));
    }

    private ArticleRack rack(String variables) {
        return ArticleRack.of(directory, variables);
    }

    private static Iterable<Object> documents(String text) {
        return new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(text);
    }

    @ParameterizedTest
    @CsvSource({"v1.19.5, v1beta2", "v1.26.15, v1beta3", "v1.36.3, v1beta4"})
    void kubeadmCanRunEtcdItself(String kubernetes, String api) {
        ArticleRack rack = rack("kube_version: " + kubernetes + "\nkube_proxy_mode: iptables\n"
                + ArticleRack.ETCD_BY_KUBEADM + "etcd_quota_backend_bytes: 4G\n");
        KubeadmConfiguration configuration = new KubeadmConfiguration(rack.deployment());

        Golden.verify(getClass(), "cluster-with-local-etcd-" + api + ".yaml", configuration.clusterText());
        Golden.verify(getClass(), "etcd-pod-" + api + ".yaml", configuration.etcdPod(rack.node("hellenes")));
    }

    @Test
    void whatARunOfKubeadmHasLeftOfEtcdIsUsedAgain() {
        ArticleRack rack = rack(ArticleRack.NEWEST + ArticleRack.ETCD_BY_KUBEADM + "etcd_data_dir: /srv/etcd\n");

        assertThat(List.of(IgnoredErrors.flag(rack.spec()).split(",", -1)))
                .contains(
                        "FileAvailable--etc-kubernetes-manifests-etcd.yaml",
                        "DirAvailable--srv-etcd",
                        "Port-2379",
                        "Port-2380");
        assertThat(IgnoredErrors.flag(rack(ArticleRack.NEWEST).spec())).doesNotContain("etcd", "2379");
    }
}
