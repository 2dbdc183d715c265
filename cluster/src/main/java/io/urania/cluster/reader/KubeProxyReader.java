package io.urania.cluster.reader;

import io.urania.cluster.component.NetworkPlugin;
import io.urania.cluster.component.network.NetworkPlugins;
import io.urania.cluster.reader.source.Source;
import io.urania.cluster.spec.KubeProxySpec;
import io.urania.cluster.variable.program.KubeProxySetting;
import io.urania.cluster.variable.program.KubeProxySettings;
import io.urania.cluster.variable.rows.NetworkVariables;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads the settings of kube-proxy. */
final class KubeProxyReader {
    private final Source source;

    KubeProxyReader(Source source) {
        this.source = source;
    }

    /** kube-proxy, unless the network plugin does its work. */
    Optional<KubeProxySpec> read() {
        KubeProxySpec settings = new KubeProxySpec(
                source.get(NetworkVariables.PROXY_MODE),
                source.get(NetworkVariables.STRICT_ARP),
                source.get(NetworkVariables.NODE_PORT_ADDRESSES),
                source.get(NetworkVariables.CONNTRACK_MAX_PER_CORE),
                further());
        if (!source.get(NetworkVariables.PROXY_REMOVE)) {
            return Optional.of(settings);
        }
        NetworkPlugin plugin = source.get(NetworkPlugins.CHOICE);
        if (!plugin.canReplaceKubeProxy()) {
            source.error(
                    source.position(NetworkVariables.PROXY_REMOVE),
                    "kube_proxy_remove is true, and " + plugin.word() + " does not replace kube-proxy",
                    "no service would be reachable, not even the cluster's DNS",
                    "remove kube_proxy_remove, or choose a network plugin that replaces kube-proxy");
        }
        return Optional.empty();
    }

    private Map<String, Object> further() {
        Map<String, Object> fields = new LinkedHashMap<>();
        KubeProxySettings.READ.forEach(setting -> fields.putAll(fields(setting)));
        return fields;
    }

    private <T> Map<String, Object> fields(KubeProxySetting<T> setting) {
        Map<String, Object> fields = new LinkedHashMap<>();
        source.find(setting.variable())
                .map(setting.written())
                .filter(value -> !value.equals(Map.of()))
                .ifPresent(value -> setting.fields().forEach(field -> fields.put(field, value)));
        return fields;
    }
}
