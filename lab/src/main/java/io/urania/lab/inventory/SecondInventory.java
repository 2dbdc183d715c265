package io.urania.lab.inventory;

import io.urania.lab.card.Login;
import io.urania.lab.layout.RackNetwork;
import io.urania.lab.layout.RackNode;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The inventory read after the article's: what a virtual rack needs and real Pis do not. Its variables are
 * Kubespray's, in the same groups as the article sets them, for a group's variable outweighs one of {@code all}.
 *
 * @param hosts every host of the rack, the balancer included
 * @param privateKey the key that opens root's account on every host
 * @param sudoPasswords of the hosts on which user pi logs in instead of root, by short name
 * @param nameServers the machine's own resolvers
 */
public record SecondInventory(
        RackNetwork network,
        List<RackNode> hosts,
        RackNode balancer,
        Path privateKey,
        SortedMap<String, String> sudoPasswords,
        String kubernetesVersion,
        List<String> nameServers,
        SharedKernel kernel) {
    private static final Pattern VERSION = Pattern.compile("v?1\\.(\\d+)\\.");
    private static final int WITHOUT_POLICIES = 25;
    private static final String VARIABLES_OF_HOSTS = "host_vars/";

    /**
     * What the hosts inherit from the machine, whose kernel they share.
     *
     * @param ipVirtualServer the kernel can do {@code kube_proxy_mode: ipvs}
     * @param unifiedCgroups the machine has cgroup version 2
     * @param swap the machine swaps
     */
    public record SharedKernel(boolean ipVirtualServer, boolean unifiedCgroups, boolean swap) {}

    public SecondInventory {
        hosts = List.copyOf(hosts);
        sudoPasswords = new TreeMap<>(sudoPasswords);
        nameServers = List.copyOf(nameServers);
    }

    /** The files by their paths below the second inventory's folder. */
    public SortedMap<String, String> files() {
        var files = new TreeMap<String, String>();
        files.put(ArticleInventory.HOSTS_FILE, hostsFile());
        files.put("group_vars/all.yaml", variablesForAll());
        files.put("group_vars/k8s-cluster.yaml", variablesForCluster());
        for (RackNode host : hosts) {
            String password = sudoPasswords.get(host.shortName());
            if (password != null) {
                files.put(VARIABLES_OF_HOSTS + host.name() + ".yaml", variablesOf(password));
            }
        }
        return files;
    }

    /** Whether the file at this path below the second inventory's folder is for the owner's eyes only. */
    public static boolean holdsSecrets(String path) {
        return path.startsWith(VARIABLES_OF_HOSTS);
    }

    private static String variablesOf(String password) {
        return """
                # As Raspberry Pi OS: no login as root, and sudo asks for a password.
                ansible_user: %s
                ansible_become: true
                ansible_become_password: %s
                """.formatted(Login.Pi.NAME, quoted(password));
    }

    private String hostsFile() {
        var text = new StringBuilder("""
                # What the virtual rack adds to the article's inventory. Read it second: -i inventory -i lab
                all:
                  hosts:
                """);
        for (RackNode host : hosts) {
            text.append("    %s:%n      ansible_host: %s%n      ip6: %s%n"
                    .formatted(host.name(), host.address(), network.ipv6(host.address())));
            if (sharesKernel(host) && !host.equals(balancer)) {
                text.append(variablesOfContainer());
            }
        }
        return text
                + "  children:\n    %s:\n      hosts:\n        %s:\n"
                        .formatted(balancer.role().group(), balancer.name());
    }

    /** A virtual machine has control groups and swap of its own. */
    private String variablesOfContainer() {
        var text = new StringBuilder();
        if (!kernel.unifiedCgroups()) {
            text.append("      # systemd in a container does not own the version 1 cgroups that kubelet uses.\n");
            text.append("      kubelet_cgroup_driver: cgroupfs\n");
        }
        if (kernel.swap()) {
            text.append("      # Swap belongs to the machine, not to its containers.\n");
            text.append("      kubelet_fail_swap_on: false\n");
        }
        return text.toString();
    }

    private static boolean sharesKernel(RackNode host) {
        return switch (host.kind()) {
            case CONTAINER -> true;
            case VIRTUAL_MACHINE -> false;
        };
    }

    private String variablesForAll() {
        var text = new StringBuilder("ansible_user: root\n");
        text.append("ansible_ssh_private_key_file: ")
                .append(quoted(privateKey.toString()))
                .append('\n');
        text.append("# The article's resolver does not exist here; this is the machine's own.\n");
        text.append("upstream_dns_servers:\n");
        nameServers.forEach(server -> text.append("- ").append(server).append('\n'));
        if (!network.equals(RackNetwork.ARTICLE)) {
            text.append("# This rack does not have the article's network.\n");
            text.append("loadbalancer_apiserver:\n  address: %s\n  port: 6443\n".formatted(balancer.address()));
        }
        return text.toString();
    }

    /** Kubernetes 1.25 removed them (KEP-2579). */
    private boolean hasPodSecurityPolicies() {
        Matcher version = VERSION.matcher(kubernetesVersion);
        return version.lookingAt() && Integer.parseInt(version.group(1)) < WITHOUT_POLICIES;
    }

    private String variablesForCluster() {
        var text = new StringBuilder("kube_version: ").append(kubernetesVersion).append('\n');
        if (!hasPodSecurityPolicies()) {
            text.append("# The article's Kubernetes had policies for pods; this one has none.\n");
            text.append("podsecuritypolicy_enabled: false\n");
        }
        text.append("# kubectl next to the kubeconfig: this machine may have none, or an incompatible one.\n");
        text.append("kubectl_localhost: true\n");
        // These hold for a whole cluster, so that one container among machines decides them.
        if (hosts.stream().anyMatch(host -> sharesKernel(host) && !host.equals(balancer))) {
            text.append("# Containers share one kernel: none may set its connection tracking limit for itself.\n");
            text.append("kube_proxy_conntrack_max_per_core: 0\n");
            if (!kernel.ipVirtualServer()) {
                text.append("# This machine's kernel has no ip_vs.\n");
                text.append("kube_proxy_mode: iptables\n");
            }
        }
        if (hosts.stream().anyMatch(host -> !sharesKernel(host))) {
            text.append("# A machine whose instructions are translated takes long to start an API server.\n");
            text.append("kubeadm_init_timeout: 1800s\n");
            text.append("kubeadm_join_timeout: 1800s\n");
        }
        return text.toString();
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
