package io.urania.cluster.value;

/** What answers for the names of services. */
public enum DnsMode implements Keyword {
    COREDNS("coredns"),
    COREDNS_DUAL("coredns_dual");

    private final String word;

    DnsMode(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
