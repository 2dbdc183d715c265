package io.urania.engine.system;

import io.urania.engine.batch.Operation;
import io.urania.engine.plan.RetryPolicy;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * What keeps the packages of a system. Implementations hold no state. Which one a host has is asked of the host, in the same round trip as what
 * it keeps: their scripts are POSIX sh, for dash and for busybox, and those that ask change nothing.
 */
public interface PackageManager {

    /** A file whose age is that of the lists of packages: their own files may have the dates of the mirror. */
    String LISTS_FETCHED = "/var/lib/urania/package-lists";

    /** One word, as people call it: {@code apt}. */
    String name();

    /** A command that succeeds where this one has a database of packages, and prints nothing. */
    String presence();

    /**
     * A script that prints {@code NAME installed} for each of these packages that is installed whole, and {@code NAME hold} for each that somebody
     * wants to stay as it is; its other lines are passed over.
     */
    String installed(SortedSet<String> names);

    /** What people call its lock: {@code dpkg}. */
    String lock();

    /**
     * A command that prints a line {@code FILE PID NAME} for each process that has its lock, and nothing if nobody has it. The functions of
     * {@link io.urania.engine.process.Holders} stand before it, and {@code - -} in place of process and name is a process that cannot be seen.
     */
    String holders();

    /**
     * A script that prints {@code interrupted} where an installation was cut off, so that nothing is installed until it has been finished. The
     * functions of {@link io.urania.engine.process.Holders} stand before it.
     */
    String interruption();

    /**
     * Installs packages, after whoever has the lock has been waited for, and after an installation that was cut off has been finished. May be done
     * again.
     *
     * @param names as the system names them
     * @param patience how long one of its commands may take
     * @param lockPatience how long somebody else may have the lock
     */
    Operation installation(
            SortedSet<String> names, PackageProxies proxies, RetryPolicy patience, Duration lockPatience);

    /**
     * A script that prints a line for each package that a full upgrade would change or install, as far as the lists on the host know: {@code security
     * NAME} for a security update, {@code other NAME} for all else. It fails if that cannot be told.
     */
    String waiting();

    /**
     * Fetches the lists of packages, touches {@link #LISTS_FETCHED}, and upgrades; the rest is as with {@link #installation}.
     *
     * @throws IllegalArgumentException if the scope is security, and there are no security updates alone
     */
    Operation upgrade(UpgradeScope scope, PackageProxies proxies, RetryPolicy patience, Duration lockPatience);

    /**
     * Builds a package from a recipe and installs it, with what it needs from the system's own sources; empty where the system has no recipes. The rest
     * is as with {@link #installation}.
     */
    default Optional<Operation> building(
            PackageRecipe recipe, PackageProxies proxies, RetryPolicy patience, Duration lockPatience) {
        return Optional.empty();
    }

    /** The program that people install with: {@code apt-get}. */
    String program();

    /** The command that installs packages, for people to type. */
    String toInstall(Collection<String> names);

    /** Whether it installs a package that is on hold, when it is asked for it by its name. */
    boolean installsHeld();

    /** What lets packages that are on hold be installed, for people to do. */
    String toRelease(Collection<String> names);

    /** The command that upgrades all packages, for people to type. */
    String toUpgrade();

    /** Whether a host may have security updates alone; elsewhere all packages are upgraded together, or none. */
    boolean hasSecurityUpdates();

    /** The command that removes what was fetched and is not needed any more. */
    String toClean();

    /** The command that finishes an installation which was cut off. */
    String toFinish();

    /** The command that tells which package a file is of. */
    String toFindOwner(String path);

    /** Directories that are its own: absolute paths. */
    List<String> directories();
}
