package io.urania.cluster.system;

import io.urania.engine.system.OsRelease;
import io.urania.engine.system.PackageManager;
import java.util.List;
import java.util.Optional;

/**
 * The system of a host: all that is asked of a system about a host goes through this, so that nobody has to know of releases.
 *
 * @param system which one
 * @param release the host's; of one that nobody has described, the newest that was there before
 * @param standing how well the release is known
 */
public record HostSystem(OperatingSystem system, Release release, Standing standing) {

    /** How well a host's system is known. */
    public enum Standing {
        /** It is one of the system's releases. */
        DESCRIBED,
        /** It is older than all of them. */
        TOO_OLD,
        /** It is another one: newer, or in between, or in the making. */
        UNDESCRIBED,
        /** It is a system that was made from this one, with releases of its own. */
        DERIVED
    }

    /** A host's system by what it says of itself; one that was made from this one if this one does not say that the host has it. */
    public static HostSystem of(OperatingSystem system, OsRelease said) {
        List<Release> releases = system.releases();
        if (!system.is(said)) {
            return new HostSystem(system, releases.getLast(), Standing.DERIVED);
        }
        // Images of a system without releases may say which day they were made.
        if (releases.getLast().version().isEmpty()) {
            return new HostSystem(system, releases.getLast(), Standing.DESCRIBED);
        }
        if (said.version().isEmpty()) {
            return new HostSystem(system, releases.getLast(), Standing.UNDESCRIBED);
        }
        return releases.stream()
                .filter(release -> Release.compare(release.version(), said.version()) <= 0)
                .reduce((_, later) -> later)
                .map(release -> new HostSystem(
                        system,
                        release,
                        release.version().equals(said.version()) ? Standing.DESCRIBED : Standing.UNDESCRIBED))
                .orElse(new HostSystem(system, releases.getFirst(), Standing.TOO_OLD));
    }

    /** What people call it: {@code Debian 12 (bookworm)}. */
    public String words() {
        return system.words(release);
    }

    /** Why nothing is installed on it; empty if it is supported. */
    public Optional<Unsupported> refusal() {
        return standing == Standing.TOO_OLD
                ? Optional.of(new Unsupported(
                        "it is older than " + words() + ", the oldest release that Urania knows",
                        "use " + system.choices()))
                : release.refusal();
    }

    /** Why it may be that something does not work on it; empty if its release is described or refused. */
    public Optional<Unsupported> doubt() {
        String why = switch (standing) {
            case DESCRIBED, TOO_OLD -> "";
            case UNDESCRIBED -> "this version of Urania does not know the release and treats it as " + words();
            case DERIVED -> "it is derived from " + system.name() + ", and Urania treats it as " + words();
        };
        return why.isEmpty() || refusal().isPresent()
                ? Optional.empty()
                : Optional.of(
                        new Unsupported(why, "if packages or files have other names there, use " + system.choices()));
    }

    /** What keeps its packages. */
    public PackageManager packageManager() {
        return system.packageManager();
    }

    /** How it provides software. */
    public Provision provision(Software software) {
        return system.provision(software, release);
    }

    /** The packages that software is in, as it names them; empty if it comes in none. */
    public List<String> packages(Software software) {
        return provision(software) instanceof Provision.Packaged packaged ? packaged.names() : List.of();
    }

    /** Packages with modules that a network of pods needs, and that its kernel does not bring itself: {@code kernel} is {@code uname -r}. */
    public List<String> kernelPackages(String kernel) {
        return system.kernelPackages(release, kernel);
    }

    /** Where it has a file or a directory: an absolute path. */
    public String path(SystemPath path) {
        return system.path(path, release);
    }
}
