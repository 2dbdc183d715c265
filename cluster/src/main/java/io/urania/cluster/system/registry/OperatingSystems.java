package io.urania.cluster.system.registry;

import io.urania.cluster.system.OperatingSystem;
import io.urania.cluster.system.debian.Debian;
import io.urania.cluster.system.raspberrypios.RaspberryPiOs;
import io.urania.engine.fact.Facts;
import io.urania.engine.fact.UnknownFactException;
import io.urania.engine.system.OsRelease;
import io.urania.engine.system.SystemProbe;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The operating systems that there are. */
public final class OperatingSystems {

    /** Those that are told by more come before those that they are like. */
    public static final List<OperatingSystem> ALL = List.of(new RaspberryPiOs(), new Debian());

    private OperatingSystems() {}

    /** The system that says this of itself; empty for one that nobody has described. */
    public static Optional<OperatingSystem> of(OsRelease release) {
        return of(ALL, release);
    }

    static Optional<OperatingSystem> of(List<OperatingSystem> systems, OsRelease release) {
        return systems.stream().filter(system -> system.is(release)).findFirst();
    }

    /** The system of a host, for those who can do without; empty if the host could not tell, or has one that nobody has described. */
    public static Optional<OperatingSystem> find(Facts facts) {
        return facts.find(SystemProbe.QUESTION).flatMap(system -> of(system.os()));
    }

    /**
     * The system of a host.
     *
     * @throws UnknownFactException if the host could not tell, or has one that nobody has described
     */
    public static OperatingSystem on(Facts facts) {
        return on(ALL, facts);
    }

    static OperatingSystem on(List<OperatingSystem> systems, Facts facts) {
        OsRelease release = facts.answer(SystemProbe.QUESTION).os();
        return of(systems, release)
                .orElseThrow(() -> new UnknownFactException(
                        facts.host(), "its operating system is " + words(release) + "; use " + choices()));
    }

    /** A system in words. */
    public static String words(OsRelease release) {
        return release.name().isEmpty() ? "unknown" : release.name();
    }

    /** All of them, for people who have to choose one. */
    public static String choices() {
        return ALL.stream().map(OperatingSystem::name).collect(Collectors.joining(" or "));
    }
}
