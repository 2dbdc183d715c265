package io.urania.artifacts.source;

import io.urania.artifacts.Architecture;
import io.urania.artifacts.ArtifactException;
import io.urania.artifacts.KubernetesVersion;
import io.urania.artifacts.Progress;
import io.urania.artifacts.bundle.BundleWriter;
import io.urania.artifacts.source.ArtifactSource.Answer;
import io.urania.artifacts.version.VersionEntry;
import io.urania.artifacts.version.VersionTable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;

/** Makes bundles: asks each source in turn for each thing that a version needs. */
public final class BundleCreator {
    private final VersionTable table;
    private final List<ArtifactSource> sources;
    private final Progress progress;
    private final Set<ArtifactSource> silentSources = new HashSet<>();

    /** Makes bundles from these sources, the first one first. */
    public BundleCreator(VersionTable table, List<ArtifactSource> sources, Progress progress) {
        this.table = table;
        this.sources = List.copyOf(sources);
        this.progress = progress;
    }

    /** Fills an empty directory with a whole bundle. */
    public void create(KubernetesVersion version, SortedSet<Architecture> architectures, Path directory)
            throws ArtifactException, InterruptedException {
        VersionEntry entry = table.entry(version);
        List<Artifact> contents = new ArrayList<>();
        for (Architecture architecture : architectures) {
            contents.addAll(BundleContents.of(entry, version, architecture));
        }
        BundleWriter writer = new BundleWriter(directory);
        try {
            for (int done = 0; done < contents.size(); done++) {
                Artifact artifact = contents.get(done);
                long start = System.nanoTime();
                progress.started(artifact.toString(), done, contents.size());
                add(artifact, writer);
                progress.finished(
                        artifact.toString(), done + 1, contents.size(), Duration.ofNanos(System.nanoTime() - start));
            }
            writer.finish(version, architectures);
        } catch (IOException e) {
            throw new ArtifactException(
                    "cannot write the bundle in " + directory,
                    String.valueOf(e.getMessage()),
                    "check the directory's rights and its free space",
                    e);
        }
    }

    private void add(Artifact artifact, BundleWriter writer)
            throws ArtifactException, IOException, InterruptedException {
        switch (artifact) {
            case Artifact.ProgramFile file -> {
                String from = fetch(file, writer.filePath(file.name(), file.architecture()));
                writer.addFile(file.name(), file.architecture(), file.version(), from);
            }
            case Artifact.Image image -> {
                String from = fetch(image, writer.imagePath(image.name(), image.architecture()));
                writer.addImage(image.name(), image.reference(), image.architecture(), image.version(), from);
            }
        }
    }

    private String fetch(Artifact artifact, Path destination) throws ArtifactException, InterruptedException {
        List<String> reasons = new ArrayList<>();
        for (ArtifactSource source : sources) {
            switch (source.fetch(artifact, destination)) {
                case Answer.Fetched fetched -> {
                    return fetched.from();
                }
                case Answer.Unavailable unavailable -> {
                    reasons.add(source.description() + ": " + unavailable.why());
                    noteOnce(source, unavailable.why());
                }
            }
        }
        throw new ArtifactException(
                "no source has " + artifact,
                String.join("; ", reasons),
                "name a mirror that has it, or choose a version that can be built here: "
                        + table.versionsWithGoSources().stream()
                                .map(KubernetesVersion::toString)
                                .collect(Collectors.joining(", ")));
    }

    private void noteOnce(ArtifactSource source, String why) {
        if (silentSources.add(source)) {
            progress.note("not everything comes from " + source.description() + ": " + why);
        }
    }
}
