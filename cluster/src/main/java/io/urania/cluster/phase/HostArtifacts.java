package io.urania.cluster.phase;

import io.urania.artifacts.Architecture;
import io.urania.artifacts.ArtifactException;
import io.urania.artifacts.bundle.Bundle;
import io.urania.artifacts.bundle.BundleItem;
import io.urania.artifacts.component.Components;
import io.urania.artifacts.component.ImageId;
import io.urania.artifacts.version.VersionEntry;
import io.urania.cluster.spec.PathsSpec;
import io.urania.engine.batch.Payload;
import io.urania.engine.fact.Facts;
import io.urania.engine.resource.file.Program;
import io.urania.engine.resource.image.ContainerImage;
import io.urania.engine.resource.image.ImageStore;
import io.urania.engine.system.SystemFact;
import io.urania.engine.system.SystemProbe;
import java.util.Optional;

/**
 * Files and images of a bundle as resources of hosts: each host gets those of its architecture.
 *
 * @param programs directory of programs on hosts
 * @param cniPrograms directory of CNI plugins on hosts
 */
public record HostArtifacts(Bundle bundle, VersionEntry versions, String programs, String cniPrograms) {

    /** Those of a bundle, in the directories of hosts that an inventory says. */
    public static HostArtifacts of(Bundle bundle, VersionEntry versions, PathsSpec paths) {
        return new HostArtifacts(bundle, versions, paths.programs(), paths.cniPrograms());
    }

    /** A program of the bundle in the directory of programs. */
    public Program program(String name) {
        return new Program(programs + "/" + name, facts -> payload(facts, name));
    }

    /** A CNI plugin of the bundle. */
    public Program cniPlugin(String name) {
        return new Program(cniPrograms + "/" + name, facts -> payload(facts, "cni/" + name));
    }

    /** An image of the bundle in a runtime's store. */
    public ContainerImage image(ImageId image, ImageStore store) {
        return new ContainerImage(
                reference(image),
                facts -> {
                    try {
                        return payload(bundle.image(image.name(), architecture(facts)));
                    } catch (ArtifactException e) {
                        throw new MissingArtifactException(facts.host(), e);
                    }
                },
                store);
    }

    /** The name by which pods ask for an image. */
    public String reference(ImageId image) {
        return Components.standard()
                .image(image, bundle.kubernetes(), versions.registry())
                .reference();
    }

    /**
     * The architecture of a host's programs.
     *
     * @throws MissingArtifactException if there are no programs for it
     */
    public static Architecture architecture(Facts facts) {
        SystemFact system = facts.answer(SystemProbe.QUESTION);
        return architecture(system).orElseThrow(() -> new MissingArtifactException(facts.host(), system.machine()));
    }

    /**
     * The architecture of a system's programs, which need not be the kernel's: a 64-bit kernel may carry a 32-bit system. Empty for one that
     * no bundle is for.
     */
    public static Optional<Architecture> architecture(SystemFact system) {
        return switch (system.machine()) {
            case "x86_64" -> Optional.of(Architecture.AMD64);
            case "aarch64" -> Optional.of(system.wordBits() == 64 ? Architecture.ARM64 : Architecture.ARM);
            case "armv7l", "armv8l" -> Optional.of(Architecture.ARM);
            default -> Optional.empty();
        };
    }

    private Payload.LocalFile payload(Facts facts, String name) {
        try {
            return payload(bundle.file(name, architecture(facts)));
        } catch (ArtifactException e) {
            throw new MissingArtifactException(facts.host(), e);
        }
    }

    private static Payload.LocalFile payload(BundleItem item) {
        return new Payload.LocalFile(item.path(), item.size(), item.sha256());
    }
}
