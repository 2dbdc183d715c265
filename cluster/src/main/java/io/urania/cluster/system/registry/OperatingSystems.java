package io.urania.cluster.system.registry;

import io.urania.cluster.system.HostSystem;
import io.urania.cluster.system.OperatingSystem;
import io.urania.cluster.system.SystemPath;
import io.urania.cluster.system.arch.ArchLinux;
import io.urania.cluster.system.archarm.ArchLinuxArm;
import io.urania.cluster.system.debian.Debian;
import io.urania.cluster.system.raspberrypios.RaspberryPiOs;
import io.urania.cluster.system.ubuntu.Ubuntu;
import io.urania.engine.fact.Facts;
import io.urania.engine.fact.UnknownFactException;
import io.urania.engine.system.OsRelease;
import io.urania.engine.system.SystemProbe;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/** The operating systems that there are. */
public final class OperatingSystems {

    /** Those that are told by more come before those that they are like; so do those that were made from others. */
    public static final List<OperatingSystem> ALL =
            List.of(new RaspberryPiOs(), new Ubuntu(), new Debian(), new ArchLinuxArm(), new ArchLinux());

    private OperatingSystems() {}

    /** The system that says this of itself; empty for one that nobody has described. */
    public static Optional<HostSystem> of(OsRelease said) {
        return of(ALL, said);
    }

    static Optional<HostSystem> of(List<OperatingSystem> systems, OsRelease said) {
        return first(systems, said, OperatingSystem::is)
                .or(() -> first(systems, said, OperatingSystem::isBaseOf))
                .map(system -> HostSystem.of(system, said));
    }

    private static Optional<OperatingSystem> first(
            List<OperatingSystem> systems, OsRelease said, BiPredicate<OperatingSystem, OsRelease> which) {
        return systems.stream().filter(system -> which.test(system, said)).findFirst();
    }

    /** The system of a host, for those who can do without; empty if the host could not tell, or has one that nobody has described. */
    public static Optional<HostSystem> find(Facts facts) {
        return facts.find(SystemProbe.QUESTION).flatMap(system -> of(system.os()));
    }

    /**
     * The system of a host.
     *
     * @throws UnknownFactException if the host could not tell, or has one that nobody has described
     */
    public static HostSystem on(Facts facts) {
        return on(ALL, facts);
    }

    static HostSystem on(List<OperatingSystem> systems, Facts facts) {
        OsRelease said = facts.answer(SystemProbe.QUESTION).os();
        return of(systems, said)
                .orElseThrow(() -> new UnknownFactException(
                        facts.host(), "its operating system is " + words(said) + "; use " + choices()));
    }

    /** All places that systems have for a file or a directory, for those who ask a host before they know what it is. */
    public static List<String> paths(SystemPath path) {
        return ALL.stream()
                .flatMap(system -> system.releases().stream().map(release -> system.path(path, release)))
                .distinct()
                .toList();
    }

    /** A system in words. */
    public static String words(OsRelease said) {
        return said.name().isEmpty() ? "unknown" : said.name();
    }

    /** All of them, for people who have to choose one. */
    public static String choices() {
        return ALL.stream().map(OperatingSystem::choices).collect(Collectors.joining("; "));
    }
}
