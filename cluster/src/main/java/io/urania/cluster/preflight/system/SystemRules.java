package io.urania.cluster.preflight.system;

import io.urania.cluster.preflight.Rule;
import io.urania.cluster.system.Software;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rules about operating systems. */
public final class SystemRules {

    private SystemRules() {}

    /**
     * All of them.
     *
     * @param needed the software that hosts need of their systems, by host
     */
    public static List<Rule> of(Map<String, Set<Software>> needed) {
        return List.of(
                new UnsupportedSystem(),
                new MissingSoftware(needed),
                new HeldPackages(needed),
                new ThirtyTwoBits(),
                new LittleMemory(),
                new FewProcessors(),
                new ClonedHosts(),
                new LargePages(),
                new LowVoltage(),
                new Overheated(),
                new NoMemoryController(),
                new MissingControllers(),
                new RestartNeeded(),
                new OldKernel(),
                new NoOverlay(),
                new NoIpvs(),
                new NoBridgeFilter(),
                new BarredModules(),
                new OverriddenSysctls());
    }
}
