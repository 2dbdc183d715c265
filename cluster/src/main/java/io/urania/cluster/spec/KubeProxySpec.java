package io.urania.cluster.spec;

import io.urania.artifacts.version.KubeProxyMode;
import io.urania.cluster.value.Network;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * kube-proxy's settings.
 *
 * @param mode how services are made reachable
 * @param strictArp whether a node answers ARP only for addresses of the interface asked (mode ipvs)
 * @param nodePortAddresses where NodePort services listen; empty for every address
 * @param conntrackMaxPerCore connections tracked per core; 0 leaves the kernel's limit alone
 * @param further other fields of its configuration by name; those that are in another one have its name and a dot before theirs
 */
public record KubeProxySpec(
        KubeProxyMode mode,
        boolean strictArp,
        List<Network> nodePortAddresses,
        int conntrackMaxPerCore,
        Map<String, Object> further) {
    public KubeProxySpec {
        nodePortAddresses = List.copyOf(nodePortAddresses);
        further = Collections.unmodifiableMap(new LinkedHashMap<>(further));
    }

    /** The port of a field such as {@code 127.0.0.1:10249}, or the usual one. */
    public int port(String field, int usual) {
        return further.get(field) instanceof String listener && listener.contains(":")
                ? Integer.parseInt(listener.substring(listener.lastIndexOf(':') + 1))
                : usual;
    }
}
