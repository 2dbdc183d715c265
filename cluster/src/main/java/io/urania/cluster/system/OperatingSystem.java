package io.urania.cluster.system;

import io.urania.engine.system.OsRelease;
import io.urania.engine.system.PackageManager;
import java.util.List;
import java.util.stream.Collectors;

/** An operating system that hosts may have. Implementations hold no state; what is asked about a host is asked of its {@link HostSystem}. */
public interface OperatingSystem {

    /** What people call it: {@code Debian}. */
    String name();

    /** By what a host with it is recognised, in Markdown, as the rest of a sentence: {@code os-release says `ID=debian`}. */
    String recognition();

    /** Whether a host has it, by what its system says of itself; of several that say yes, the first in the list is meant. */
    boolean is(OsRelease said);

    /** Whether a host has a system that was made from this one; asked if no system says that the host has it. */
    default boolean isBaseOf(OsRelease said) {
        return false;
    }

    /** Its releases that somebody has described, from the oldest to the newest; a system that is always the newest has one. */
    List<Release> releases();

    /** What keeps its packages. */
    PackageManager packageManager();

    /** How a release of it provides software. */
    Provision provision(Software software, Release release);

    /** All packages that {@link #kernelPackages(Release, String)} may name. */
    default List<String> kernelPackages() {
        return List.of();
    }

    /** Packages with modules that a network of pods needs, and that a kernel of a release does not bring itself: {@code kernel} is {@code uname -r}. */
    default List<String> kernelPackages(Release release, String kernel) {
        return List.of();
    }

    /** Where a release of it has a file or a directory: an absolute path. */
    String path(SystemPath path, Release release);

    /** Directories that it has besides those of the Filesystem Hierarchy Standard and of its package manager: absolute paths. */
    List<String> directories();

    /** What people call a release of it: {@code Debian 12 (bookworm)}. */
    default String words(Release release) {
        return release.words().isEmpty() ? name() : name() + " " + release.words();
    }

    /** The versions that are supported, in a sentence: {@code Debian 11, 12 or 13}. */
    default String choices() {
        List<String> versions = releases().stream()
                .filter(release ->
                        release.refusal().isEmpty() && !release.version().isEmpty())
                .map(Release::version)
                .collect(Collectors.toList());
        if (versions.size() < 2) {
            return versions.isEmpty() ? name() : name() + " " + versions.getFirst();
        }
        return name() + " " + String.join(", ", versions.subList(0, versions.size() - 1)) + " or " + versions.getLast();
    }
}
