package io.urania.cluster.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.artifacts.version.KubeProxyMode;
import io.urania.cluster.component.network.flannel.FlannelBackend;
import io.urania.cluster.component.network.flannel.FlannelSpec;
import io.urania.cluster.spec.Balancing;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.EtcdSpec;
import io.urania.cluster.spec.HostSpec;
import io.urania.cluster.spec.KubeReserved;
import io.urania.cluster.spec.NodeSpec;
import io.urania.cluster.value.Address;
import io.urania.cluster.value.CgroupDriver;
import io.urania.cluster.value.Network;
import io.urania.cluster.value.Taint;
import io.urania.cluster.value.TaintEffect;
import io.urania.inventory.problem.InventoryException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClusterSpecReaderTest {
    @TempDir
    Path directory;

    @Test
    void readsHostsAndTheirRolesFromGroupsWithOldNames() throws InventoryException {
        ClusterSpec spec = rack("");

        assertThat(spec.controlPlane())
                .extracting(NodeSpec::name)
                .containsExactly("pandore.example.com", "hellenes.example.com", "epimethee.example.com");
        assertThat(spec.controlPlane()).allMatch(NodeSpec::runsPods);
        assertThat(spec.workers())
                .extracting(NodeSpec::name)
                .containsExactly("pyrrha.example.com", "erato.example.com");
        assertThat(spec.etcd().members())
                .extracting(EtcdSpec.Member::name)
                .containsExactly("pandore", "hellenes", "epimethee");
        assertThat(spec.balancers()).extracting(HostSpec::shortName).containsExactly("balance");
        assertThat(spec.hosts()).hasSize(6);
    }

    @Test
    void readsGroupsWithNewNames() throws InventoryException {
        String renamed = RackFiles.HOSTS
                .replace("kube-master", "kube_control_plane")
                .replace("kube-node", "kube_node")
                .replace("k8s-cluster", "k8s_cluster");

        ClusterSpec spec = files().with(renamed, RackFiles.VARIABLES).orThrow();

        assertThat(spec.controlPlane()).hasSize(3);
        assertThat(spec.workers()).hasSize(2);
    }

    @Test
    void controlPlaneOutsideTheNodesRunsNoPods() throws InventoryException {
        ClusterSpec spec = files().withHosts("children: {kube-master: , kube-workers: }", "children: {kube-workers: }")
                .orThrow();

        assertThat(spec.controlPlane()).hasSize(3).noneMatch(NodeSpec::runsPods);
        assertThat(spec.workers()).allMatch(NodeSpec::runsPods);
    }

    @Test
    void rolesComeFromLabelsAndFromTheGroupsOfTheArticle() throws InventoryException {
        ClusterSpec spec = rack("");

        assertThat(spec.node("pyrrha.example.com").orElseThrow().roles()).containsExactly("infra");
        assertThat(spec.node("pyrrha.example.com").orElseThrow().otherLabels())
                .containsExactly(Map.entry("my.topology/rack", "rpi-rack1"));
        assertThat(spec.node("erato.example.com").orElseThrow().roleLabels())
                .containsExactly(Map.entry("node-role.kubernetes.io/worker", ""));
    }

    @ParameterizedTest
    @CsvSource({
        "my.topology/rack, true",
        "rack, true",
        "topology.kubernetes.io/zone, true",
        "node.kubernetes.io/disk, true",
        "eu.node.kubernetes.io/disk, true",
        "node-role.kubernetes.io/infra, false",
        "node-restriction.kubernetes.io/tier, false",
        "example.k8s.io/tier, false"
    })
    void kubeletsGiveThemselvesOnlyLabelsThatTheyMay(String label, boolean byKubelet) throws InventoryException {
        NodeSpec node = rack("node_labels: {" + label + ": x}").firstControlPlane();

        assertThat(node.otherLabels().containsKey(label)).isEqualTo(byKubelet);
        assertThat(node.roleLabels().containsKey(label)).isEqualTo(!byKubelet);
    }

    @Test
    void takesKubespraysDefaultsWhereTheInventoryIsSilent() throws InventoryException {
        ClusterSpec spec = rack("");

        assertThat(spec.name()).isEqualTo("cluster.local");
        assertThat(spec.network().first().services()).isEqualTo(new Network("10.233.0.0/18"));
        assertThat(spec.network().apiService()).isEqualTo(new Address("10.233.0.1"));
        assertThat(spec.dns().service()).isEqualTo(new Address("10.233.0.3"));
        assertThat(spec.dns().podsAsk().getFirst()).isEqualTo(new Address("169.254.25.10"));
        assertThat(spec.network().plugin())
                .isEqualTo(new FlannelSpec(
                        FlannelBackend.VXLAN,
                        1,
                        8472,
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        new TreeMap<>(),
                        new TreeMap<>()));
        assertThat(spec.paths().certificates()).isEqualTo("/etc/kubernetes/ssl");
        assertThat(spec.paths().credentials()).isEqualTo(directory.resolve("credentials"));
        assertThat(spec.certificateKey()).isEmpty();
    }

    @Test
    void readsWhatARackNeeds() throws InventoryException {
        ClusterSpec spec = rack("""
                flannel_backend_type: host-gw
                kubelet_cgroup_driver: cgroupfs
                kubelet_fail_swap_on: "no"
                kube_proxy_conntrack_max_per_core: 0
                ansible_user: root
                ansible_port: "2222"
                ansible_ssh_common_args: -o 'ProxyCommand=nc -x proxy %h %p'
                node_taints: ["dedicated=storage:NoSchedule"]
                """);

        assertThat(spec.network().plugin())
                .isInstanceOfSatisfying(
                        FlannelSpec.class,
                        flannel -> assertThat(flannel.backend()).isEqualTo(FlannelBackend.HOST_GATEWAY));
        assertThat(spec.nodes()).allSatisfy(node -> {
            assertThat(node.kubelet().cgroupDriver()).contains(CgroupDriver.CGROUPFS);
            assertThat(node.kubelet().failSwapOn()).isFalse();
            assertThat(node.taints()).containsExactly(new Taint("dedicated", "storage", TaintEffect.NO_SCHEDULE));
            assertThat(node.host().target().port()).isEqualTo(2222);
            assertThat(node.host().target().user()).isEqualTo("root");
            assertThat(node.host().target().options()).containsExactly("-o", "ProxyCommand=nc -x proxy %h %p");
        });
        assertThat(spec.kubeProxy().orElseThrow().mode()).isEqualTo(KubeProxyMode.IPTABLES);
        assertThat(spec.kubeProxy().orElseThrow().conntrackMaxPerCore()).isZero();
    }

    @Test
    void controlPlaneKeepsOtherAmountsForTheSystemThanWorkers() throws InventoryException {
        ClusterSpec spec = rack("""
                system_reserved: true
                system_memory_reserved: 128Mi
                system_master_memory_reserved: 300Mi
                """);

        assertThat(spec.firstControlPlane()
                        .kubelet()
                        .systemReserved()
                        .orElseThrow()
                        .memory())
                .hasToString("300Mi");
        assertThat(spec.workers()
                        .getFirst()
                        .kubelet()
                        .systemReserved()
                        .orElseThrow()
                        .memory())
                .hasToString("128Mi");
        assertThat(spec.firstControlPlane().kubelet().kubeReserved()).isEqualTo(new KubeReserved.WhatFits());
    }

    @Test
    void addressesComeFromIpThenAnsibleHostThenDns() throws InventoryException {
        ClusterSpec spec = new RackFiles(directory, Map.of("erato.example.com", "10.42.253.99"))
                .with(
                        RackFiles.HOSTS
                                .replace("{ansible_host: 10.42.253.46}", "")
                                .replace(
                                        "{ansible_host: 10.42.253.52}",
                                        "{ansible_host: 192.168.1.52, ip: 10.42.253.52, access_ip: 10.42.253.53}"),
                        RackFiles.VARIABLES)
                .orThrow();

        assertThat(spec.node("erato.example.com").orElseThrow().host().address())
                .hasToString("10.42.253.99");
        HostSpec balancer = spec.balancers().getFirst();
        assertThat(balancer.target().address()).isEqualTo("192.168.1.52");
        assertThat(balancer.address()).hasToString("10.42.253.52");
        assertThat(balancer.accessAddress()).hasToString("10.42.253.53");
    }

    @Test
    void singleControlPlaneHostNeedsNoBalancer() throws InventoryException {
        ClusterSpec spec = files().with("""
                all:
                  children:
                    kube_control_plane: {hosts: {solo: {ansible_host: 10.0.0.7}}}
                    etcd: {hosts: {solo: }}
                    kube_node: {hosts: {solo: }}
                """, "kube_proxy_mode: iptables\n").orThrow();

        assertThat(spec.endpoint().balancing()).isEqualTo(new Balancing.None());
        assertThat(spec.endpoint().address()).hasToString("10.0.0.7");
        assertThat(spec.endpoint().url()).isEqualTo("https://lb-apiserver.kubernetes.local:6443");
        assertThat(spec.etcd().members()).extracting(EtcdSpec.Member::name).containsExactly("etcd1");
    }

    @ParameterizedTest
    @CsvSource({"v1.24.0, true", "v1.36.3, false"})
    void podSecurityPolicyIsOnOnlyWhereKubernetesHasIt(String version, boolean on) throws InventoryException {
        ClusterSpec spec = rack("podsecuritypolicy_enabled: true\nkube_version: " + version);

        assertThat(spec.apiServer().podSecurityPolicy()).isEqualTo(on);
    }

    @Test
    void versionIsReadWithAndWithoutTheLetter() throws InventoryException {
        assertThat(rack("kube_version: 1.36.3").kubernetes()).hasToString("v1.36.3");
        assertThat(rack("kube_version: v1.36.3").kubernetes()).hasToString("v1.36.3");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"\"[]\" | 0", "[] | 0", "\"[10.0.0.0/8, 192.168.0.0/16]\" | 2", "[10.0.0.0/8] | 1"})
    void listsMayBeText(String written, int size) throws InventoryException {
        assertThat(rack("kube_proxy_nodeport_addresses: " + written)
                        .kubeProxy()
                        .orElseThrow()
                        .nodePortAddresses())
                .hasSize(size);
    }

    @Test
    void whatComesLaterIsToldWithItsPlace() throws InventoryException {
        ClusterSpec spec = rack("ingress_nginx_enabled: yes\nhelm_enabled: false\ndeploy_container_engine: true");

        assertThat(spec.addons().later()).singleElement().satisfies(later -> {
            assertThat(later.variable()).isEqualTo("ingress_nginx_enabled");
            assertThat(later.explanation()).contains("ingress controller");
            assertThat(later.position().file()).isEqualTo(directory.resolve("group_vars/all.yaml"));
        });
    }

    @Test
    void secretsAreNotShown() throws InventoryException {
        String key = "0123456789abcdef".repeat(4);

        ClusterSpec spec = rack("kubeadm_certificate_key: \"" + key + "\"");

        assertThat(spec.certificateKey().orElseThrow().reveal()).isEqualTo(key);
        assertThat(spec.toString()).doesNotContain(key).contains("[redacted]");
    }

    @Test
    void problemsOfAllPartsAreToldTogether() {
        ClusterReading reading = files().withVariables("""
                kube_version: latest
                kube_network_plugin: flanel
                kube_pods_subnet: 10.233.0.0/16
                etcd_deployment_type: docker
                """);

        assertThat(reading.spec()).isEmpty();
        assertThat(RackFiles.whats(reading))
                .contains(
                        "kube_version is 'latest'",
                        "kube_network_plugin is 'flanel'",
                        "kube_pods_subnet 10.233.0.0/16 and kube_service_addresses 10.233.0.0/18 overlap",
                        "etcd_deployment_type is docker");
    }

    private ClusterSpec rack(String variables) throws InventoryException {
        return files().withVariables(variables).orThrow();
    }

    private RackFiles files() {
        return new RackFiles(directory);
    }
}
