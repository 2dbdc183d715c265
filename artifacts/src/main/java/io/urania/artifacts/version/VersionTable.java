package io.urania.artifacts.version;

import io.urania.artifacts.ArtifactException;
import io.urania.artifacts.KubernetesVersion;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** What Urania knows about each Kubernetes minor, from 1.19, the article's, to the newest. */
public final class VersionTable {
    private final KubernetesVersion defaultVersion;
    private final List<String> minors;
    private final Function<String, VersionEntry> rows;
    private final Map<String, VersionEntry> read = new ConcurrentHashMap<>();

    /**
     * A table of these rows. Most commands need one of them: each is read when it is first asked for.
     *
     * @param minors oldest first, at least one
     * @param rows reads the row of a minor
     */
    VersionTable(KubernetesVersion defaultVersion, List<String> minors, Function<String, VersionEntry> rows) {
        this.defaultVersion = defaultVersion;
        this.minors = List.copyOf(minors);
        this.rows = rows;
    }

    /** The table that comes with Urania. */
    public static VersionTable standard() {
        return Standard.TABLE;
    }

    /** What is deployed where nobody asks for a version. */
    public KubernetesVersion defaultVersion() {
        return defaultVersion;
    }

    /** All minors, oldest first. */
    public List<VersionEntry> entries() {
        return minors.stream().map(this::row).toList();
    }

    /** The row of that version's minor. */
    public VersionEntry entry(KubernetesVersion version) throws ArtifactException {
        if (minors.contains(version.minorName())) {
            return row(version.minorName());
        }
        throw new ArtifactException(
                "Kubernetes " + version + " is not in the version table",
                "this version of Urania has the minor versions " + minors.getFirst() + " to " + minors.getLast(),
                "choose a version of one of these, for example " + defaultVersion);
    }

    private VersionEntry row(String minor) {
        return read.computeIfAbsent(minor, rows);
    }

    /** Read when it is first asked for, and once: the start of a command takes a noticeable part of its time for it. */
    private static final class Standard {
        static final VersionTable TABLE = VersionTableReader.readStandard();
    }

    /** Every version that can be built from Go modules, oldest first. */
    public List<KubernetesVersion> versionsWithGoSources() {
        return entries().stream()
                .flatMap(entry -> entry.goSources().stream())
                .sorted()
                .toList();
    }
}
