package io.urania.control.bundle;

import io.urania.artifacts.source.Artifact;
import io.urania.artifacts.source.ArtifactSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A source for bundles that no host is installed from, but a plan can be made with: every file is empty. */
public final class EmptyFiles implements ArtifactSource {

    @Override
    public String description() {
        return "nothing";
    }

    @Override
    public Answer fetch(Artifact artifact, Path destination) {
        try {
            Files.createFile(destination);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Answer.Fetched(description());
    }
}
