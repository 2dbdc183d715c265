package io.urania.cluster.phases;

import io.urania.engine.fact.Facts;
import io.urania.engine.network.NameServersFact;
import io.urania.engine.network.NameServersProbe;
import io.urania.engine.system.OsRelease;
import io.urania.engine.system.SystemFact;
import io.urania.engine.system.SystemFact.Cgroups;
import io.urania.engine.system.SystemProbe;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Kinds of machines. */
public final class Systems {
    private Systems() {}

    /** A host of the virtual rack, which may not lower oom_score_adj. */
    public static SystemFact rackHost(Cgroups cgroups) {
        return system("x86_64", 64, 16L << 30, cgroups, false);
    }

    /** A Raspberry Pi 4 with a 64-bit system. */
    public static SystemFact raspberryPi(long gibibytes) {
        return system("aarch64", 64, gibibytes << 30, Cgroups.V2, true);
    }

    /** A Raspberry Pi with a 32-bit system on a 64-bit kernel. */
    public static SystemFact raspberryPiOf32Bits() {
        return system("aarch64", 32, 1L << 30, Cgroups.V2, true);
    }

    /** The facts of a host of which nothing but its system is known, and that it asks another host for names. */
    public static Facts facts(SystemFact system) {
        return facts(system, "192.168.1.1", Optional.empty());
    }

    /**
     * The facts of a host of which its system and its name servers are known.
     *
     * @param server the one in /etc/resolv.conf
     * @param ofResolved the one in systemd-resolved's own file, if there is one
     */
    public static Facts facts(SystemFact system, String server, Optional<String> ofResolved) {
        return Facts.of("a host")
                .put(SystemProbe.QUESTION, system)
                .put(NameServersProbe.in("/etc/resolv.conf"), new NameServersFact.Servers(List.of(server)))
                .put(
                        NameServersProbe.in("/run/systemd/resolve/resolv.conf"),
                        ofResolved
                                .<NameServersFact>map(other -> new NameServersFact.Servers(List.of(other)))
                                .orElse(new NameServersFact.Absent()))
                .build();
    }

    /** The same system under another host name. */
    static SystemFact named(String hostName, SystemFact system) {
        return of(hostName, system.os(), system);
    }

    /** The same machine with another operating system. */
    public static SystemFact saying(OsRelease os, SystemFact system) {
        return of(system.hostName(), os, system);
    }

    /** The same system on another machine, of another width, with another kernel, processors and control groups. */
    public static SystemFact on(
            String machine, int wordBits, String kernel, int cpus, Set<String> controllers, SystemFact system) {
        return new SystemFact(
                system.hostName(),
                system.os(),
                machine,
                wordBits,
                kernel,
                cpus,
                system.memoryBytes(),
                system.cgroups(),
                controllers,
                system.mayLowerOomScore(),
                system.freeBytes());
    }

    private static SystemFact of(String hostName, OsRelease os, SystemFact system) {
        return new SystemFact(
                hostName,
                os,
                system.machine(),
                system.wordBits(),
                system.kernel(),
                system.cpus(),
                system.memoryBytes(),
                system.cgroups(),
                system.cgroupControllers(),
                system.mayLowerOomScore(),
                system.freeBytes());
    }

    private static SystemFact system(
            String machine, int wordBits, long memory, Cgroups cgroups, boolean mayLowerOomScore) {
        return new SystemFact(
                "raspberrypi",
                new OsRelease("debian", Set.of(), "Debian GNU/Linux 12 (bookworm)", "12", ""),
                machine,
                wordBits,
                "6.12.47",
                4,
                memory,
                cgroups,
                Set.of("cpuset", "cpu", "io", "memory", "pids"),
                mayLowerOomScore,
                20L << 30);
    }
}
