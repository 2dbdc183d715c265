package io.urania.cluster.preflight.link;

import io.urania.cluster.preflight.Rule;
import java.util.List;

/** The rules about the interfaces, addresses and routes of hosts. */
public final class LinkRules {

    private LinkRules() {}

    /** All of them. */
    public static List<Rule> all() {
        return List.of(
                new TwoLinksInOneNetwork(),
                new UnlikeTransmissionUnits(),
                new NoDefaultRoute(),
                new MissingIpv6(),
                new MissingIpv6Route());
    }
}
