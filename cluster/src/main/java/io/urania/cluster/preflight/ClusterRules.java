package io.urania.cluster.preflight;

import io.urania.cluster.observation.ClusterView;
import java.util.List;

/** The rules about the cluster that may be there already. */
public final class ClusterRules {

    private ClusterRules() {}

    /** All of them. */
    public static List<Rule> of(ClusterView view) {
        return List.of(new SleepingCluster(view), new OtherVersion(view));
    }
}
