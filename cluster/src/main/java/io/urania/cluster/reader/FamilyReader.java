package io.urania.cluster.reader;

import io.urania.artifacts.KubernetesVersion;
import io.urania.cluster.reader.source.Families;
import io.urania.cluster.reader.source.Source;
import io.urania.cluster.variable.rows.NetworkVariables;

/** Reads which address families the cluster has. */
final class FamilyReader {

    /**
     * The first minor version in which dual-stack is on unless a feature gate turns it off (KEP-563). Without it, nothing looks at the size of a
     * node's IPv6 network.
     */
    private static final int IPV6_SINCE = 21;

    private final Source source;

    FamilyReader(Source source) {
        this.source = source;
    }

    Families read(KubernetesVersion kubernetes) {
        boolean ipv4 = source.get(NetworkVariables.IPV4);
        boolean ipv6 = source.get(NetworkVariables.IPV6);
        if (!ipv4 && source.isUnusable(NetworkVariables.IPV6)) {
            return new Families(true, false);
        }
        if (!ipv4 && !ipv6) {
            source.error(
                    source.positionOfEither(NetworkVariables.IPV4, NetworkVariables.IPV6),
                    "ipv4_stack is false, and ipv6_stack is not true",
                    "nodes, pods and services need addresses of one family at least",
                    "set ipv6_stack: true, or remove ipv4_stack");
            return new Families(true, false);
        }
        if (ipv6 && kubernetes.minor() < IPV6_SINCE) {
            source.error(
                    source.position(NetworkVariables.IPV6),
                    "ipv6_stack is true, and kube_version is " + kubernetes,
                    "Urania supports IPv6 from Kubernetes 1." + IPV6_SINCE + " on, which has dual-stack by default",
                    "choose a later kube_version, or remove ipv6_stack");
        }
        return new Families(ipv4, ipv6);
    }
}
