package io.urania.cluster.preflight.system;

import io.urania.cluster.preflight.Rule;
import java.util.List;

/** The rules about operating systems. */
public final class SystemRules {

    private SystemRules() {}

    /** All of them. */
    public static List<Rule> all() {
        return List.of(
                new UnsupportedSystem(),
                new ThirtyTwoBits(),
                new LittleMemory(),
                new FewProcessors(),
                new ClonedHosts(),
                new LargePages(),
                new LowVoltage(),
                new Overheated(),
                new NoMemoryController(),
                new MissingControllers(),
                new OldKernel(),
                new NoOverlay(),
                new NoIpvs(),
                new NoBridgeFilter(),
                new BarredModules(),
                new OverriddenSysctls());
    }
}
