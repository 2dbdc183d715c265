package io.urania.cluster.preflight.host;

import io.urania.cluster.preflight.Rule;
import java.util.List;

/** The rules about single hosts. */
public final class HostRules {

    private HostRules() {}

    /** All of them. */
    public static List<Rule> all() {
        return List.of(
                new UnsupportedSystem(),
                new LittleMemory(),
                new LittleRoom(),
                new NotWritable(),
                new NoExecution(),
                new NoMemoryController(),
                new NoOverlay(),
                new NoIpvs(),
                new PortsTaken(),
                new NodeOfAnother(),
                new OtherKubernetes(),
                new ChangedUnits(),
                new OtherPodNetwork(),
                new OtherNames(),
                new NoUpstreamNameServer(),
                new DroppedPackets(),
                new ClocksDiffer(),
                new NoTimeService(),
                new PackagesLocked(),
                new PackagesUnfinished());
    }
}
