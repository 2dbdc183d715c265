package io.urania.cluster.system;

import io.urania.engine.system.OsRelease;
import io.urania.engine.system.PackageManager;
import io.urania.engine.system.SystemFact;
import java.util.List;
import java.util.Optional;

/** An operating system that hosts may have. Implementations hold no state. */
public interface OperatingSystem {

    /** What people call it: {@code Debian}. */
    String name();

    /** Whether a host has it, by what its system says of itself; of several that say yes, the first in the list is meant. */
    boolean is(OsRelease release);

    /** Why nothing is installed on a host that has it, as on a release that is too old; empty if it is supported there. */
    default Optional<Unsupported> unsupported(SystemFact system) {
        return Optional.empty();
    }

    /** What keeps its packages. */
    PackageManager packageManager();

    /** The packages that software is in, as it names them; empty if every host has the software. */
    List<String> packages(Software software);

    /** Where it has a file or a directory: an absolute path. */
    String path(SystemPath path);

    /** Directories that it has besides those of the Filesystem Hierarchy Standard and of its package manager: absolute paths. */
    List<String> directories();
}
