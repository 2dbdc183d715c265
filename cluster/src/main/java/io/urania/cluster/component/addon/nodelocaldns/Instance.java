package io.urania.cluster.component.addon.nodelocaldns;

import io.urania.cluster.spec.dns.NodeLocalSpec;
import io.urania.cluster.variable.Variable;
import io.urania.cluster.variable.rows.CorefileVariables;
import io.urania.cluster.variable.rows.DnsVariables;
import io.urania.cluster.variable.rows.NodeLocalVariables;
import java.util.List;
import java.util.Optional;

/** One of the caches that a node may have. Both listen on one port of one address (SO_REUSEPORT). */
enum Instance {
    FIRST("node-local-dns"),
    SECOND("node-local-dns-second");

    private final String objects;

    Instance(String objects) {
        this.objects = objects;
    }

    /** The name of its objects. */
    String objects() {
        return objects;
    }

    /** Its own settings, where a cluster has it. */
    Optional<NodeLocalSpec.Instance> of(NodeLocalSpec cache) {
        return switch (this) {
            case FIRST -> Optional.of(cache.first());
            case SECOND -> cache.second();
        };
    }

    /** The variables of its own settings. */
    List<Variable<?>> variables() {
        return switch (this) {
            case FIRST -> List.of(DnsVariables.NODE_LOCAL_HEALTH_PORT, CorefileVariables.CACHE_METRICS_PORT);
            case SECOND ->
                List.of(
                        NodeLocalVariables.SECOND_HEALTH_PORT,
                        NodeLocalVariables.SECOND_METRICS_PORT,
                        NodeLocalVariables.SECOND_LINGER);
        };
    }
}
