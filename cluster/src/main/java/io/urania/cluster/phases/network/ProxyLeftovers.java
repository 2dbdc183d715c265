package io.urania.cluster.phases.network;

import io.urania.cluster.leftover.Leftover;
import io.urania.cluster.leftover.Stage;
import io.urania.cluster.spec.AddressRanges;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.engine.shell.Shell;
import java.util.ArrayList;
import java.util.List;

/** What kube-proxy and the connections of pods leave on a node, whichever plugin has connected them. */
final class ProxyLeftovers {

    private ProxyLeftovers() {}

    static List<Leftover> all(ClusterSpec spec) {
        List<Leftover> leftovers = new ArrayList<>(List.of(
                new Leftover.Interface("cni0"),
                new Leftover.Interface("kube-ipvs0"),
                new Leftover.Own(Stage.DISCONNECT, "the interfaces of pods", """
                        for path in /sys/class/net/veth*; do
                            [ -e "$path" ] && ip link delete "${path##*/}" 2>/dev/null || :
                        done
                        """),
                new Leftover.Own(Stage.DISCONNECT, "kube-proxy's tables of nftables", """
                        if command -v nft >/dev/null 2>&1; then
                            for family in ip ip6; do
                                nft delete table "$family" kube-proxy 2>/dev/null || :
                            done
                        fi
                        """),
                new Leftover.Rules("KUBE-"),
                new Leftover.Rules("cali-")));
        for (AddressRanges ranges : spec.network().ranges()) {
            String pods = ranges.pods().toString();
            leftovers.add(new Leftover.Own(
                    Stage.DISCONNECT,
                    "routes to pods",
                    "ip " + (ranges.isIpv6() ? "-6 " : "") + "route flush root " + Shell.quote(pods)
                            + " 2>/dev/null || :\n"));
            leftovers.add(new Leftover.Rules(pods));
        }
        return leftovers;
    }
}
