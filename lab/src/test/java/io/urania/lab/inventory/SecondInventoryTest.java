package io.urania.lab.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.lab.inventory.SecondInventory.SharedKernel;
import io.urania.lab.layout.HostKind;
import io.urania.lab.layout.RackNetwork;
import io.urania.lab.layout.RackNode;
import io.urania.lab.layout.Role;
import io.urania.lab.layout.Subnet;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

class SecondInventoryTest {
    private static final RackNetwork OTHER = new RackNetwork("other0", Subnet.parse("10.9.8.0/24"));

    @Test
    void hasTheAddressOfEveryHostAndTheBalancersGroup() {
        assertThat(parsed("hosts.yaml", RackNetwork.ARTICLE, new SharedKernel(true, true, false)))
                .isEqualTo(Map.of(
                        "all",
                        Map.of(
                                "hosts",
                                Map.of(
                                        "pandore.example",
                                                Map.of("ansible_host", "10.42.253.40", "ip6", "fd75:720a:2afd::40"),
                                        "balancer.example",
                                                Map.of("ansible_host", "10.42.253.52", "ip6", "fd75:720a:2afd::52")),
                                "children",
                                Map.of(
                                        "loadbalancer",
                                        Map.of("hosts", Collections.singletonMap("balancer.example", null))))));
    }

    @Test
    void loginKeyAndResolverHoldForAllHosts() {
        assertThat(parsed("group_vars/all.yaml", RackNetwork.ARTICLE, new SharedKernel(true, true, false)))
                .isEqualTo(Map.of(
                        "ansible_user",
                        "root",
                        "ansible_ssh_private_key_file",
                        "/racks/a \"rack\"/key",
                        "upstream_dns_servers",
                        List.of("192.0.2.53")));
    }

    @Test
    void theHostOnWhichPiLogsInHasAFileOfItsOwnWithThePasswordForSudo() {
        assertThat(parsed("host_vars/pandore.example.yaml", RackNetwork.ARTICLE, new SharedKernel(true, true, false)))
                .isEqualTo(Map.of(
                        "ansible_user", "pi", "ansible_become", true, "ansible_become_password", "a \"password\""));
        assertThat(SecondInventory.holdsSecrets("host_vars/pandore.example.yaml"))
                .isTrue();
        assertThat(SecondInventory.holdsSecrets("group_vars/all.yaml")).isFalse();
    }

    @Test
    void anotherNetworkMovesTheBalancersAddress() {
        assertThat(parsed("group_vars/all.yaml", OTHER, new SharedKernel(true, true, false)))
                .containsEntry("loadbalancer_apiserver", Map.of("address", "10.9.8.52", "port", 6443));
    }

    @Test
    void aCapableKernelNeedsTheVersionTheSharedLimitAndKubectl() {
        assertThat(parsed("group_vars/k8s-cluster.yaml", RackNetwork.ARTICLE, new SharedKernel(true, true, false)))
                .isEqualTo(Map.of(
                        "kube_version",
                        "v1.36.3",
                        "podsecuritypolicy_enabled",
                        false,
                        "kube_proxy_conntrack_max_per_core",
                        0,
                        "kubectl_localhost",
                        true));
    }

    @Test
    void whatTheKernelLacksIsSaidInVariables() {
        assertThat(parsed("group_vars/k8s-cluster.yaml", RackNetwork.ARTICLE, new SharedKernel(false, false, true)))
                .containsEntry("kube_proxy_mode", "iptables");
        assertThat(host("pandore.example", HostKind.CONTAINER, new SharedKernel(false, false, true)))
                .containsEntry("kubelet_cgroup_driver", "cgroupfs")
                .containsEntry("kubelet_fail_swap_on", false);
        assertThat(host("balancer.example", HostKind.CONTAINER, new SharedKernel(false, false, true)))
                .containsOnlyKeys("ansible_host", "ip6");
    }

    @Test
    void nothingIsSaidOfTheSharedKernelForVirtualMachines() {
        var kernel = new SharedKernel(false, false, true);

        assertThat(host("pandore.example", HostKind.VIRTUAL_MACHINE, kernel)).containsOnlyKeys("ansible_host", "ip6");
        assertThat(parsed("group_vars/k8s-cluster.yaml", RackNetwork.ARTICLE, kernel, HostKind.VIRTUAL_MACHINE))
                .isEqualTo(Map.of(
                        "kube_version",
                        "v1.36.3",
                        "podsecuritypolicy_enabled",
                        false,
                        "kubectl_localhost",
                        true,
                        "kubeadm_init_timeout",
                        "1800s",
                        "kubeadm_join_timeout",
                        "1800s"));
    }

    @SuppressWarnings("unchecked") // the shape of an inventory
    private static Map<String, Object> host(String name, HostKind kind, SharedKernel kernel) {
        var all = (Map<String, Map<String, Map<String, Object>>>)
                parsed("hosts.yaml", RackNetwork.ARTICLE, kernel, kind).get("all");
        return Objects.requireNonNull(Objects.requireNonNull(all.get("hosts")).get(name));
    }

    private static Map<String, Object> parsed(String file, RackNetwork network, SharedKernel kernel) {
        return parsed(file, network, kernel, HostKind.CONTAINER);
    }

    private static Map<String, Object> parsed(String file, RackNetwork network, SharedKernel kernel, HostKind kind) {
        var balancer = new RackNode("balancer.example", network.balancer(), Role.LOAD_BALANCER);
        var inventory = new SecondInventory(
                network,
                List.of(new RackNode("pandore.example", network.node(0), Role.CONTROL_PLANE, kind), balancer),
                balancer,
                Path.of("/racks/a \"rack\"/key"),
                new TreeMap<>(Map.of("pandore", "a \"password\"")),
                "v1.36.3",
                List.of("192.0.2.53"),
                kernel);
        return new Yaml().load(inventory.files().get(file));
    }
}
