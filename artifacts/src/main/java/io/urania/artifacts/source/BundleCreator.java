package io.urania.artifacts.source;

import io.urania.artifacts.ArtifactException;
import io.urania.artifacts.KubernetesVersion;
import io.urania.artifacts.Progress;
import io.urania.artifacts.bundle.Bundle;
import io.urania.artifacts.bundle.BundleAddition;
import io.urania.artifacts.bundle.BundleWriter;
import io.urania.artifacts.source.ArtifactSource.Answer;
import io.urania.artifacts.version.VersionTable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
    public void create(BundleContents contents, Path directory) throws ArtifactException, InterruptedException {
        write(contents, contents.artifacts(table), directory);
    }

    /**
     * Adds to a bundle what it lacks, on its own architectures. If that fails, or is killed, the bundle is as it was before.
     *
     * @param wanted what it is to have in any case
     */
    public void fill(Bundle bundle, BundleContents wanted) throws ArtifactException, InterruptedException {
        List<Artifact> missing = wanted.missingIn(bundle, table);
        if (missing.isEmpty()) {
            return;
        }
        try {
            new BundleAddition(bundle).make(empty -> write(wanted.on(bundle.architectures()), missing, empty));
        } catch (IOException e) {
            throw unwritable(bundle.directory(), e);
        }
    }

    private void write(BundleContents contents, List<Artifact> artifacts, Path directory)
            throws ArtifactException, InterruptedException {
        BundleWriter writer = new BundleWriter(directory);
        try {
            for (int done = 0; done < artifacts.size(); done++) {
                Artifact artifact = artifacts.get(done);
                long start = System.nanoTime();
                progress.started(artifact.toString(), done, artifacts.size());
                add(artifact, writer);
                progress.finished(
                        artifact.toString(), done + 1, artifacts.size(), Duration.ofNanos(System.nanoTime() - start));
            }
            writer.finish(contents.kubernetes(), contents.architectures(), contents.components());
        } catch (IOException e) {
            throw unwritable(directory, e);
        }
    }

    private static ArtifactException unwritable(Path directory, IOException cause) {
        return new ArtifactException(
                "cannot write the bundle in " + directory,
                String.valueOf(cause.getMessage()),
                "check the directory's permissions and free space",
                cause);
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
                "use a mirror that has it, or a version that can be built here: "
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
