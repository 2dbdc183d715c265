package io.urania.artifacts.version;

import java.util.Locale;

/** How kube-proxy sends a service's traffic to its pods. */
public enum KubeProxyMode {
    IPTABLES,
    IPVS,
    NFTABLES;

    /** As {@code kube_proxy_mode} and kube-proxy's own configuration spell it. */
    public String configurationName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
