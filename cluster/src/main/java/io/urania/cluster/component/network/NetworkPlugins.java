package io.urania.cluster.component.network;

import static io.urania.cluster.variable.Variable.variable;

import io.urania.cluster.component.NetworkPlugin;
import io.urania.cluster.component.network.cni.Cni;
import io.urania.cluster.component.network.flannel.Flannel;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.variable.Variable;
import io.urania.cluster.variable.type.ChoiceTypes;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The network plugins that there are, and the variable that chooses one. */
public final class NetworkPlugins {

    /** The one that a cluster has unless its inventory says otherwise. */
    public static final NetworkPlugin USUAL = new Flannel();

    /** The usual one first. */
    public static final List<NetworkPlugin> ALL = List.of(USUAL, new Cni());

    /** Which of them a cluster has. */
    public static final Variable<NetworkPlugin> CHOICE = variable(
                    "kube_network_plugin", ChoiceTypes.choice(ALL, NetworkPlugin::word, refused()))
            .means("network plugin, which connects pods of different nodes")
            .does("cluster: the plugin's objects, and its CNI list on nodes; other plugins are refused")
            .otherwise(USUAL, USUAL.word() + " (Kubespray: calico)");

    private NetworkPlugins() {}

    /** The one that a cluster has. */
    public static NetworkPlugin of(ClusterSpec spec) {
        String word = spec.network().plugin().word();
        return ALL.stream()
                .filter(plugin -> plugin.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown network plugin " + word));
    }

    /** Those of Kubespray that Urania has not: some can be brought as a manifest. */
    private static Map<String, String> refused() {
        String words = ALL.stream().map(NetworkPlugin::word).collect(Collectors.joining(" and "));
        Map<String, String> refused = new HashMap<>();
        List.of("cloud", "contiv", "custom_cni", "macvlan", "none", "ovn4nfv")
                .forEach(plugin -> refused.put(plugin, "Urania supports only " + words + " so far"));
        List.of("calico", "canal", "cilium", "kube-ovn", "kube-router", "weave")
                .forEach(
                        plugin -> refused.put(
                                plugin,
                                "no bundle has " + plugin
                                        + ": to use it, set kube_network_plugin: cni, and custom_cni_manifests to its manifest"));
        return Collections.unmodifiableMap(refused);
    }
}
