package io.urania.cluster.spec;

import io.urania.artifacts.version.KubeProxyMode;
import io.urania.cluster.value.Network;
import java.util.List;

/**
 * kube-proxy's settings.
 *
 * @param mode how services are made reachable
 * @param strictArp whether a node answers ARP only for addresses of the interface asked (mode ipvs)
 * @param nodePortAddresses where NodePort services listen; empty for every address
 * @param conntrackMaxPerCore connections tracked per core; 0 leaves the kernel's limit alone
 */
public record KubeProxySpec(
        KubeProxyMode mode, boolean strictArp, List<Network> nodePortAddresses, int conntrackMaxPerCore) {
    public KubeProxySpec {
        nodePortAddresses = List.copyOf(nodePortAddresses);
    }
}
