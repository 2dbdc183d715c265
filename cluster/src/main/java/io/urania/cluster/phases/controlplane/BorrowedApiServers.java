package io.urania.cluster.phases.controlplane;

import io.urania.cluster.spec.Balancing;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.NodeSpec;
import io.urania.engine.shell.Shell;
import java.util.stream.Collectors;

/**
 * A control plane host that asks its own API server has none before it has joined. While it joins, the API's name means the API servers of the
 * others: programs in Go try all addresses that /etc/hosts has for a name. What a join that was cut off has left is mended by the next run,
 * before it joins.
 */
final class BorrowedApiServers {

    private static final String NOTHING = "ask_other_api_servers() { :; }\nask_own_api_server() { :; }\n";

    private BorrowedApiServers() {}

    /** Shell that defines {@code ask_other_api_servers} and {@code ask_own_api_server}. */
    static String functions(ClusterSpec spec, NodeSpec node) {
        boolean isOwn = spec.endpoint().balancing() instanceof Balancing.Local
                && !spec.localBalancers().contains(node.host());
        if (!isOwn) {
            return NOTHING;
        }
        String name = spec.endpoint().domainName();
        String others = spec.controlPlane().stream()
                .filter(other -> !other.equals(node))
                .map(other -> other.host().accessAddress() + " " + name + "\n")
                .collect(Collectors.joining());
        return """
                ask_other_api_servers() {
                    cat /etc/hosts >/run/urania/hosts
                    { grep -v -x -F %1$s /run/urania/hosts || [ $? -eq 1 ]; printf %%s %2$s; } >/run/urania/hosts-of-others
                    cat /run/urania/hosts-of-others >/etc/hosts
                }
                ask_own_api_server() {
                    [ ! -s /run/urania/hosts ] || cat /run/urania/hosts >/etc/hosts
                    rm -f /run/urania/hosts /run/urania/hosts-of-others
                }
                """.formatted(Shell.quote(spec.endpoint().address() + " " + name), Shell.quote(others));
    }
}
