package io.urania.cli.init;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The files of an inventory with the few settings that people change, each with a comment. */
public final class DraftFiles {
    private static final String FAMILIES = """

            # The hosts have IPv6 addresses, and so have pods and services (docs/inventory.md).
            ipv4_stack: false
            ipv6_stack: true
            """;

    static final String HOSTS = "hosts.yaml";
    private static final int PORT_BESIDE_AN_API_SERVER = 8443;
    private static final int NODES_IN_THE_USUAL_RANGE = 64;

    /** Words that YAML 1.1 takes for something else than text. */
    private static final Set<String> NO_TEXT = Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null");

    private final Draft draft;
    private final String program;

    /**
     * @param program what the person types to start Urania
     */
    public DraftFiles(Draft draft, String program) {
        this.draft = draft;
        this.program = program;
    }

    /** Texts by their paths below the inventory's folder. */
    public SortedMap<String, String> files() {
        SortedMap<String, String> files = new TreeMap<>();
        files.put(HOSTS, hosts());
        files.put("group_vars/all.yaml", machines());
        files.put("group_vars/k8s_cluster.yaml", cluster());
        return files;
    }

    private String hosts() {
        StringBuilder text = new StringBuilder("""
                # The hosts, and what each of them is for.
                # To check it, in this folder: urania inventory check -i .
                # To draw it: urania inventory graph -i . --svg rack.svg
                all:
                  hosts:
                    # The name is the node name; ansible_host is the address for SSH.
                """);
        for (DraftHost host : draft.all()) {
            text.append("    ").append(scalar(host.name())).append(":\n");
            host.address()
                    .ifPresent(address -> text.append("      ansible_host: ")
                            .append(scalar(address))
                            .append('\n'));
        }
        text.append("""
                    # Where a host is, for the drawing and for spreading pods:
                    #   node_labels: {my.topology/rack: rack1, my.topology/row: row1}
                  children:
                    # API server, scheduler and controllers: one host, or three to survive the loss of one.
                    kube_control_plane:
                """);
        members(text, draft.controlPlaneHosts());
        text.append("    # The cluster's database, on an odd number of hosts.\n    etcd:\n");
        members(text, draft.controlPlaneHosts());
        text.append("    # Where pods run.\n    kube_node:\n");
        members(text, draft.workers());
        if (!draft.balancers().isEmpty()) {
            text.append("    # HAProxy, in front of the API servers.\n    loadbalancer:\n");
            members(text, draft.balancers());
        }
        text.append("""
                    # All Kubernetes hosts: group_vars/k8s_cluster.yaml applies to these.
                    k8s_cluster:
                      children:
                        kube_control_plane:
                        kube_node:
                """);
        return text.toString();
    }

    private static void members(StringBuilder text, List<DraftHost> hosts) {
        text.append(hosts.stream()
                .map(host -> "        " + scalar(host.name()) + ":\n")
                .collect(Collectors.joining("", "      hosts:\n", "")));
    }

    private String machines() {
        boolean root = draft.user().equals("root");
        return """
                # Settings of every machine. Lines that begin with '#' show the default, or an example.

                # The login user, with your public SSH key%s.
                ansible_user: %s
                ansible_become: %s
                %sansible_port: %d
                # ansible_ssh_private_key_file: ~/.ssh/id_ed25519

                # Name servers for names outside the cluster. Default: those of the hosts.
                # upstream_dns_servers: [192.168.1.1]
                """.formatted(
                        root ? "" : " and sudo without a password",
                        scalar(draft.user()),
                        root ? "false" : "true",
                        draft.port() == 22 ? "# " : "",
                        draft.port());
    }

    private String cluster() {
        String services = usesUsualRange() ? "172.30.0.0/18" : "10.233.0.0/18";
        String pods = usesUsualRange() ? "172.30.64.0/18" : "10.233.64.0/18";
        String changed = usesUsualRange() ? "" : "# ";
        boolean many = draft.hosts().size() > NODES_IN_THE_USUAL_RANGE;
        return """
                # Settings of the cluster. Lines that begin with '#' show the default, or an example.
                # All variables: docs/variables.md; for completion in an editor: %s inventory schema

                kube_version: %s
                # cluster_name: cluster.local
                kube_network_plugin: flannel
                %s
                # The ranges of services and pods, which nothing else in your network must use. Each node gets a /24 for pods.
                %skube_service_addresses: %s
                %skube_pods_subnet: %s
                %s
                # A kubeconfig for you, in artifacts/admin.conf beside the inventory.
                kubeconfig_localhost: true

                # For kubectl top.
                # metrics_server_enabled: true

                # The minimum memory of a node, in MiB; on a Pi with 1 GB slightly less is available.
                # minimal_node_memory_mb: 896
                """.formatted(
                        program,
                        draft.kubernetes(),
                        draft.hasOnlyIpv6() ? FAMILIES : "",
                        changed,
                        services,
                        many ? "" : changed,
                        many ? "10.240.0.0/12" : pods,
                        balancerPort());
    }

    private String balancerPort() {
        return draft.balancerIsControlPlane() ? """

                # HAProxy shares its host with an API server, which has port 6443.
                loadbalancer_apiserver:
                  port: %d
                """.formatted(PORT_BESIDE_AN_API_SERVER) : "";
    }

    private boolean usesUsualRange() {
        return draft.all().stream().anyMatch(host -> host.address().orElse("").startsWith("10.233."));
    }

    /** A name or an address as YAML text. */
    static String scalar(String text) {
        boolean plain = text.matches("[A-Za-z_][-A-Za-z0-9_.]*|\\d{1,3}(?:\\.\\d{1,3}){3}")
                && !NO_TEXT.contains(text.toLowerCase(Locale.ROOT));
        return plain ? text : "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
