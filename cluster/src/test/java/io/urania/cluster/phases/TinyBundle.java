package io.urania.cluster.phases;

import io.urania.artifacts.Architecture;
import io.urania.artifacts.ArtifactException;
import io.urania.artifacts.KubernetesVersion;
import io.urania.artifacts.bundle.Bundle;
import io.urania.artifacts.bundle.BundleWriter;
import io.urania.artifacts.source.Artifact;
import io.urania.artifacts.source.BundleContents;
import io.urania.artifacts.version.VersionEntry;
import io.urania.artifacts.version.VersionTable;
import io.urania.cluster.component.addon.AddOns;
import io.urania.cluster.operation.BundleNeeds;
import io.urania.cluster.phase.BaseImages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;

/** Real bundles with all that a real one has, but of a line of text each. */
public final class TinyBundle {
    private TinyBundle() {}

    /** A bundle for every architecture that the version is released for, with all add-ons. */
    public static Bundle write(Path directory, VersionEntry entry, KubernetesVersion version)
            throws IOException, ArtifactException {
        Files.createDirectories(directory);
        BundleWriter writer = new BundleWriter(directory);
        SortedSet<Architecture> architectures = new TreeSet<>(entry.architectures());
        SortedSet<String> names = new TreeSet<>(BundleNeeds.usual(version).components());
        AddOns.ALL.forEach(addOn -> names.addAll(addOn.components()));
        names.add(BaseImages.ETCD_COMPONENT);
        BundleContents contents = new BundleContents(version, architectures, names);
        for (Artifact artifact : contents.artifacts(VersionTable.standard())) {
            add(writer, artifact);
        }
        writer.finish(version, architectures, contents.components());
        return Bundle.open(directory);
    }

    private static void add(BundleWriter writer, Artifact artifact) throws IOException {
        String name = artifact.name();
        Architecture architecture = artifact.architecture();
        switch (artifact) {
            case Artifact.ProgramFile _ -> {
                Files.writeString(writer.filePath(name, architecture), artifact + "\n");
                writer.addFile(name, architecture, artifact.version(), "a test");
            }
            case Artifact.Image image -> {
                Files.writeString(writer.imagePath(name, architecture), artifact + "\n");
                writer.addImage(name, image.reference(), architecture, artifact.version(), "a test");
            }
        }
    }
}
