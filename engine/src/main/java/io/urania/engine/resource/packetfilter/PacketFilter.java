package io.urania.engine.resource.packetfilter;

/** The two programs that are called iptables (iptables(8), xtables-nft(8)). */
public enum PacketFilter {
    /** Its rules are nftables' rules. */
    NFT("nft"),
    /** It needs the kernel's module ip_tables, which newer kernels do not have. */
    LEGACY("legacy");

    private final String word;

    PacketFilter(String word) {
        this.word = word;
    }

    /** The end of its program's name: {@code nft}. */
    public String word() {
        return word;
    }
}
