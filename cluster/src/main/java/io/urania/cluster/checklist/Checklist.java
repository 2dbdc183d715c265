package io.urania.cluster.checklist;

import io.urania.cluster.observation.ClusterView;
import io.urania.cluster.preflight.ClusterRules;
import io.urania.cluster.preflight.Preflight;
import io.urania.cluster.preflight.Rule;
import io.urania.cluster.preflight.host.HostRules;
import io.urania.cluster.preflight.system.SystemRules;
import io.urania.cluster.spec.ClusterSpec;
import java.util.ArrayList;
import java.util.List;

/** All rules, in the order in which they are told. */
public final class Checklist {

    private Checklist() {}

    /** The rules for a cluster. */
    public static Preflight of(ClusterSpec spec, ClusterView view) {
        return Preflight.of(spec, rules(view));
    }

    static List<Rule> rules(ClusterView view) {
        List<Rule> rules = new ArrayList<>();
        rules.addAll(ClusterRules.of(view));
        rules.addAll(SystemRules.all());
        rules.addAll(HostRules.all());
        return List.copyOf(rules);
    }
}
