package io.urania.engine.resource.boot;

import io.urania.engine.fact.Facts;
import io.urania.engine.system.HardwareFact;
import io.urania.engine.system.HardwareProbe;
import io.urania.engine.system.OsRelease;
import io.urania.engine.system.SystemFact;
import io.urania.engine.system.SystemProbe;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Facts of machines that are started in one way or another. */
final class BootHosts {

    static final String RASPBERRY_PI_KERNEL = "6.12.75+rpt-rpi-v8";

    private BootHosts() {}

    static Facts facts(BootFact boot, String kernel, Set<String> controllers, int pageBytes) {
        return Facts.of("here")
                .put(BootProbe.QUESTION, boot)
                .put(
                        SystemProbe.QUESTION,
                        new SystemFact(
                                "here",
                                new OsRelease("debian", Set.of(), "Debian", "12", ""),
                                "aarch64",
                                64,
                                kernel,
                                4,
                                1L << 30,
                                SystemFact.Cgroups.V2,
                                controllers,
                                true,
                                1L << 33))
                .put(
                        HardwareProbe.QUESTION,
                        new HardwareFact("", pageBytes, OptionalInt.empty(), Optional.empty(), List.of(), "", ""))
                .build();
    }
}
