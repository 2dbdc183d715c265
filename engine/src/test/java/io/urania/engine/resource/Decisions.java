package io.urania.engine.resource;

import io.urania.engine.fact.Facts;
import io.urania.engine.system.OsRelease;
import io.urania.engine.system.SystemFact;
import io.urania.engine.system.SystemProbe;
import java.util.Set;

/** Facts given by hand. */
public final class Decisions {

    private Decisions() {}

    public static Facts.Builder facts() {
        return Facts.of("here");
    }

    /** A Raspberry Pi of this name. */
    static Facts.Builder system(String hostName) {
        return facts().put(
                        SystemProbe.QUESTION,
                        new SystemFact(
                                hostName,
                                new OsRelease("debian", Set.of(), "Debian GNU/Linux 12 (bookworm)", "12", ""),
                                "aarch64",
                                64,
                                "6.12.47+rpt-rpi-v8",
                                4,
                                4L << 30,
                                SystemFact.Cgroups.V2,
                                Set.of("cpuset", "cpu", "io", "memory", "pids"),
                                true,
                                20L << 30));
    }
}
