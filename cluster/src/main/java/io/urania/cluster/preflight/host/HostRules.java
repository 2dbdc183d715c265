package io.urania.cluster.preflight.host;

import io.urania.cluster.preflight.Rule;
import java.util.List;

/** The rules about what else is on hosts, and around them. */
public final class HostRules {

    private HostRules() {}

    /** All of them. */
    public static List<Rule> all() {
        return List.of(
                new LittleRoom(),
                new NotWritable(),
                new NoExecution(),
                new WornStorage(),
                new PortsTaken(),
                new NodeOfAnother(),
                new OtherKubernetes(),
                new ChangedUnits(),
                new OtherPodNetwork(),
                new StrangeHostsFile(),
                new StrangeResolvConf(),
                new OtherNames(),
                new NoUpstreamNameServer(),
                new DroppedPackets(),
                new ClocksDiffer(),
                new NoTimeService(),
                new NoRecipes(),
                new PackagesLocked(),
                new PackagesUnfinished());
    }
}
