package io.urania.cluster.preflight.host;

import io.urania.artifacts.version.KubeProxyMode;
import io.urania.cluster.component.NetworkPlugin;
import io.urania.cluster.component.network.NetworkPlugins;
import io.urania.cluster.preflight.Finding;
import io.urania.cluster.preflight.HostRule;
import io.urania.cluster.preflight.Level;
import io.urania.cluster.preflight.RuleDescription;
import io.urania.cluster.preflight.Situation;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.HostSpec;
import io.urania.cluster.value.Network;
import io.urania.cluster.variable.rows.NetworkVariables.Ranges;
import io.urania.engine.fact.Facts;
import io.urania.engine.fact.Question;
import io.urania.engine.network.FirewallProbe;
import io.urania.engine.network.LinksFact;
import io.urania.engine.network.LinksFact.Attached;
import io.urania.engine.network.LinksProbe;
import io.urania.engine.resource.file.TextFile;
import io.urania.engine.storage.EntriesProbe;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * No other pod network is left on the host: the first CNI list by name wins (containerd, "CNI Configuration"), and the plugin bridge refuses
 * to work on a cni0 that has another network's address ("already has an IP address different from").
 */
record OtherPodNetwork() implements HostRule {
    private static final String LISTS = "/etc/cni/net.d";
    private static final Pattern LIST = Pattern.compile(".*[.](conf|conflist|json)");
    private static final Pattern OTHERS_LINK = Pattern.compile(
            "cali.*|tunl0|vxlan[.]calico|cilium_.*|lxc_health|weave|antrea-gw0|kube-bridge|genev_sys_.*");

    @Override
    public String id() {
        return "other-pod-network";
    }

    @Override
    public RuleDescription description() {
        return new RuleDescription(
                List.of(Level.ERROR, Level.WARNING),
                "a CNI list sorts before ours, another network plugin than the chosen one is installed, cni0 has another network's address (errors); interfaces or firewall chains of another network are left (warnings)",
                "pods would be in another network, or not start at all",
                "remove them",
                "containerd, \"CNI Configuration\"; CNI plugin bridge");
    }

    @Override
    public List<Question<?>> questions(ClusterSpec spec, HostSpec host) {
        return spec.node(host.name()).isPresent()
                ? List.of(EntriesProbe.of(LISTS), LinksProbe.QUESTION)
                : List.of(LinksProbe.QUESTION, FirewallProbe.QUESTION);
    }

    @Override
    public List<Finding> findings(HostSpec host, Facts facts, Situation situation) {
        LinksFact links = facts.answer(LinksProbe.QUESTION);
        return situation.spec().node(host.name()).isPresent()
                ? onNode(host, facts.answer(EntriesProbe.of(LISTS)), links, situation.spec())
                : elsewhere(host, facts, links);
    }

    private List<Finding> onNode(HostSpec host, List<String> lists, LinksFact links, ClusterSpec spec) {
        List<Finding> findings = new ArrayList<>();
        NetworkPlugin chosen = NetworkPlugins.of(spec);
        findings.addAll(chosen.cniList()
                .map(ours -> before(name(ours), lists, host))
                .orElseGet(() -> ofAnother(chosen, lists, host)));
        for (Attached attached : links.networks()) {
            if (attached.link().equals("cni0")) {
                // The bridge plugin looks at no address of another family than those that it gives.
                Network.parse(attached.network())
                        .ifPresent(network -> spec.network()
                                .ranges(network.isIpv6())
                                .filter(ranges -> !network.overlaps(ranges.pods()))
                                .map(ranges -> error(
                                        host.name(),
                                        "cni0 has network " + network + ", and "
                                                + Ranges.of(ranges.isIpv6())
                                                        .pods()
                                                        .name() + " is " + ranges.pods(),
                                        "no pods would start: the bridge plugin does not change an existing address",
                                        "ip link delete cni0"))
                                .ifPresent(findings::add));
            }
        }
        Set<String> others = new TreeSet<>(links.names());
        // A plugin that a person brings has interfaces that nobody else knows.
        others.removeIf(
                name -> chosen.cniList().isEmpty() || !OTHERS_LINK.matcher(name).matches());
        if (links.names().contains("kube-ipvs0") && !spec.hasProxyMode(KubeProxyMode.IPVS)) {
            others.add("kube-ipvs0");
        }
        if (!others.isEmpty()) {
            findings.add(warning(
                    host.name(),
                    "there are interfaces of another pod network: " + String.join(", ", others),
                    "their routes and rules may capture packets of this one",
                    "ip link delete, for each of them; a reboot removes those that nothing recreates"));
        }
        return findings;
    }

    /** What a plugin that is not chosen any more has left is no leftover: its pods still run. */
    private List<Finding> ofAnother(NetworkPlugin chosen, List<String> lists, HostSpec host) {
        return NetworkPlugins.ALL.stream()
                .filter(plugin -> !plugin.word().equals(chosen.word()))
                .filter(plugin -> plugin.cniList()
                        .filter(list -> lists.contains(name(list)))
                        .isPresent())
                .map(plugin -> error(
                        host.name(),
                        "it has the pod network of " + plugin.word() + ", and kube_network_plugin is " + chosen.word(),
                        "the network plugin of a running cluster cannot be changed: pods would lose their network",
                        "set kube_network_plugin: " + plugin.word() + ", or run urania reset first"))
                .toList();
    }

    private static String name(TextFile list) {
        return list.path().substring(list.path().lastIndexOf('/') + 1);
    }

    private List<Finding> before(String ours, List<String> lists, HostSpec host) {
        return lists.stream()
                .filter(name -> LIST.matcher(name).matches() && name.compareTo(ours) < 0)
                .map(name -> error(
                        host.name(),
                        LISTS + "/" + name + " comes before " + ours,
                        "containerd uses the first file by name: pods would be in another network",
                        "if nothing uses it any more: rm " + LISTS + "/" + name))
                .toList();
    }

    private static Set<String> ours() {
        Set<String> links = new TreeSet<>(Set.of("cni0", "kube-ipvs0"));
        NetworkPlugins.ALL.forEach(plugin -> links.addAll(plugin.links()));
        return links;
    }

    /** A host that is no node has nothing of pods. */
    private List<Finding> elsewhere(HostSpec host, Facts facts, LinksFact links) {
        Set<String> left = new TreeSet<>(links.names());
        left.removeIf(name -> !OTHERS_LINK.matcher(name).matches() && !ours().contains(name));
        List<Finding> findings = new ArrayList<>();
        if (!left.isEmpty()) {
            findings.add(warning(
                    host.name(),
                    "it should not be a node, but has interfaces of one: " + String.join(", ", left),
                    "their routes may capture packets of the pod network",
                    "ip link delete, for each of them"));
        }
        if (facts.answer(FirewallProbe.QUESTION).ofKubernetes()) {
            findings.add(warning(
                    host.name(),
                    "it should not be a node, but has firewall chains of Kubernetes",
                    "they forward packets for service addresses to pods that are gone",
                    "a reboot removes them, once no kubelet runs there"));
        }
        return findings;
    }
}
