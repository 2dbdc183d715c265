package io.urania.artifacts.source;

import io.urania.artifacts.Architecture;
import io.urania.artifacts.ArtifactException;
import io.urania.artifacts.KubernetesVersion;
import io.urania.artifacts.bundle.Bundle;
import io.urania.artifacts.bundle.BundleManifest;
import io.urania.artifacts.component.Component;
import io.urania.artifacts.component.Components;
import io.urania.artifacts.component.Project;
import io.urania.artifacts.version.PackageOrigin;
import io.urania.artifacts.version.VersionEntry;
import io.urania.artifacts.version.VersionTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What belongs into a bundle: all that hosts of some architectures need of some components, and nothing else.
 *
 * @param components their names, in the order in which they are fetched
 */
public record BundleContents(
        KubernetesVersion kubernetes, SortedSet<Architecture> architectures, SequencedSet<String> components) {

    public BundleContents {
        architectures = new TreeSet<>(architectures);
        components = new LinkedHashSet<>(components);
    }

    /** What a bundle says that it was made for. */
    public static BundleContents of(Bundle bundle) {
        return new BundleContents(
                bundle.kubernetes(),
                bundle.architectures(),
                new LinkedHashSet<>(bundle.manifest().components()));
    }

    /** The same with further components. */
    public BundleContents with(Collection<String> more) {
        SequencedSet<String> all = new LinkedHashSet<>(components);
        all.addAll(more);
        return new BundleContents(kubernetes, architectures, all);
    }

    /** The same on other architectures. */
    public BundleContents on(SortedSet<Architecture> others) {
        return new BundleContents(kubernetes, others, components);
    }

    /**
     * All programs and images.
     *
     * @throws ArtifactException where this minor has no programs for an architecture, or there is no such component
     */
    public List<Artifact> artifacts(VersionTable table) throws ArtifactException {
        VersionEntry entry = table.entry(kubernetes);
        List<Artifact> artifacts = new ArrayList<>();
        for (Architecture architecture : architectures) {
            requirePrograms(entry, architecture);
            for (String component : components) {
                addAll(artifacts, component(component), entry, architecture);
            }
        }
        return List.copyOf(artifacts);
    }

    /** Those that a bundle does not have, on its own architectures. */
    public List<Artifact> missingIn(Bundle bundle, VersionTable table) throws ArtifactException {
        return on(bundle.architectures()).artifacts(table).stream()
                .filter(artifact -> find(bundle.manifest(), artifact).isEmpty())
                .toList();
    }

    /** The entry of a manifest for something, in the version that is asked for. */
    static Optional<BundleManifest.Item> find(BundleManifest manifest, Artifact artifact) {
        return switch (artifact) {
            case Artifact.ProgramFile file ->
                manifest.file(file.name(), file.architecture())
                        .filter(item -> item.version().equals(file.version()));
            case Artifact.Image image ->
                manifest.image(image.name(), image.architecture())
                        .filter(item -> image.reference().equals(item.reference()));
        };
    }

    private void requirePrograms(VersionEntry entry, Architecture architecture) throws ArtifactException {
        if (!entry.architectures().contains(architecture)) {
            throw new ArtifactException(
                    "Kubernetes " + kubernetes + " has no programs for " + architecture,
                    "the project releases " + entry.minor() + " for "
                            + entry.architectures().stream()
                                    .map(Architecture::goName)
                                    .collect(Collectors.joining(", ")),
                    "remove these hosts, or choose a minor version that supports them: 1.26 is the last with 32-bit ARM");
        }
    }

    private static Component component(String name) throws ArtifactException {
        return Components.standard()
                .find(name)
                .orElseThrow(() -> new ArtifactException(
                        "there is no component " + name,
                        "a bundle of another version of Urania may have it",
                        "recreate the bundle with: urania bundle create"));
    }

    private void addAll(List<Artifact> artifacts, Component component, VersionEntry entry, Architecture architecture) {
        for (Project project : component.projects()) {
            if (project.users().mayHave(architecture)) {
                project.version(kubernetes)
                        .ifPresent(version -> project.programs()
                                .forEach(program -> artifacts.add(new Artifact.ProgramFile(
                                        program,
                                        project.name(),
                                        Project.programOf(program),
                                        version,
                                        architecture,
                                        project.publication()))));
            }
        }
        boolean zstandard = entry.containerd().origin() == PackageOrigin.BUNDLE;
        component.images(kubernetes, entry.registry()).stream()
                .filter(image -> image.users().mayHave(architecture))
                .forEach(image -> artifacts.add(new Artifact.Image(image, architecture, zstandard)));
    }
}
