package io.urania.artifacts.source;

import io.urania.artifacts.Architecture;
import io.urania.artifacts.component.ComponentImage;
import io.urania.artifacts.component.Publication;
import java.util.Optional;

/** One thing that a bundle needs and a source may have. */
public sealed interface Artifact {
    /** Its name in the bundle. */
    String name();

    /** The version of its program, as the project tags it. */
    String version();

    Architecture architecture();

    /**
     * A program for the hosts.
     *
     * @param project what it is released and built with: {@code kubelet} comes with {@code kubernetes}
     * @param program its name there
     * @param publication where the project publishes it, if it does
     */
    record ProgramFile(
            String name,
            String project,
            String program,
            String version,
            Architecture architecture,
            Optional<Publication> publication)
            implements Artifact {
        @Override
        public String toString() {
            return name + " " + version + " for " + architecture;
        }
    }

    /**
     * A container image.
     *
     * @param zstandard whether the containerd of its hosts is one that reads layers compressed with Zstandard
     */
    record Image(ComponentImage image, Architecture architecture, boolean zstandard) implements Artifact {
        @Override
        public String name() {
            return image.id().name();
        }

        /** The name it gets, with registry and tag. */
        public String reference() {
            return image.reference();
        }

        @Override
        public String version() {
            return image.version();
        }

        @Override
        public String toString() {
            return "image " + reference() + " for " + architecture;
        }
    }
}
