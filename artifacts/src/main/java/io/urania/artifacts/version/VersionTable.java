package io.urania.artifacts.version;

import io.urania.artifacts.ArtifactException;
import io.urania.artifacts.KubernetesVersion;
import java.util.List;

/** What Urania knows about each Kubernetes minor, from 1.19, the article's, to the newest. */
public final class VersionTable {
    private final KubernetesVersion defaultVersion;
    private final List<VersionEntry> entries;

    /**
     * A table of these rows.
     *
     * @param entries oldest minor first, at least one
     */
    VersionTable(KubernetesVersion defaultVersion, List<VersionEntry> entries) {
        this.defaultVersion = defaultVersion;
        this.entries = List.copyOf(entries);
    }

    /** The table that comes with Urania. */
    public static VersionTable standard() {
        return VersionTableReader.readStandard();
    }

    /** What is deployed where nobody asks for a version. */
    public KubernetesVersion defaultVersion() {
        return defaultVersion;
    }

    /** All minors, oldest first. */
    public List<VersionEntry> entries() {
        return entries;
    }

    /** The row of that version's minor. */
    public VersionEntry entry(KubernetesVersion version) throws ArtifactException {
        for (VersionEntry entry : entries) {
            if (entry.minor().equals(version.minorName())) {
                return entry;
            }
        }
        throw new ArtifactException(
                "Kubernetes " + version + " is not in the version table",
                "it knows the minors " + entries.getFirst().minor() + " to "
                        + entries.getLast().minor(),
                "choose a version of one of these, for example " + defaultVersion);
    }

    /** Every version that can be built from Go modules, oldest first. */
    public List<KubernetesVersion> versionsWithGoSources() {
        return entries.stream()
                .flatMap(entry -> entry.goSources().stream())
                .sorted()
                .toList();
    }
}
