package io.urania.cluster.operation;

import io.urania.cluster.spec.ClusterSpec;
import io.urania.engine.transport.Target;
import java.util.LinkedHashMap;
import java.util.Map;

/** How the hosts of a cluster are reached. */
public final class Targets {

    private Targets() {}

    /** Every host of a cluster by name. */
    public static Map<String, Target> of(ClusterSpec spec) {
        Map<String, Target> targets = new LinkedHashMap<>();
        spec.hosts().forEach(host -> targets.put(host.name(), host.target()));
        return targets;
    }
}
