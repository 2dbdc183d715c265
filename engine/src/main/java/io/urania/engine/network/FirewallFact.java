package io.urania.engine.network;

import java.util.List;

/**
 * What the kernel does with packets before programs see them.
 *
 * @param dropping chains that drop what none of their rules lets through
 * @param ofKubernetes whether there are chains of kube-proxy or the kubelet
 * @param byUfw whether ufw is switched on
 */
public record FirewallFact(List<DroppingChain> dropping, boolean ofKubernetes, boolean byUfw) {

    public FirewallFact {
        dropping = List.copyOf(dropping);
    }

    /** The chains that drop at a hook. */
    public List<DroppingChain> at(Hook hook) {
        return dropping.stream().filter(chain -> chain.hook() == hook).toList();
    }

    /** Where in a packet's way a chain stands. */
    public enum Hook {
        /** For the host itself. */
        INPUT,
        /** For somebody behind it, as pods are. */
        FORWARD
    }

    /**
     * A base chain with policy drop.
     *
     * @param name with its family and table, as {@code inet filter input}
     * @param rules as nft or iptables prints them
     */
    public record DroppingChain(Hook hook, String name, List<String> rules) {
        public DroppingChain {
            rules = List.copyOf(rules);
        }

        /** Whether it is one of iptables' own, which other programs add rules to. */
        public boolean isOfIptables() {
            return name.startsWith("ip filter ") || name.startsWith("ip6 filter ");
        }
    }
}
