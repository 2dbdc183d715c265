package io.urania.cluster.value;

/** How kube-proxy makes services reachable on a node. */
public enum ProxyMode implements Keyword {
    IPTABLES("iptables"),
    IPVS("ipvs"),
    NFTABLES("nftables");

    private final String word;

    ProxyMode(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
