package io.urania.artifacts.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A source that writes an artifact's description into its file.
 *
 * @param fetched gets the names of what was asked for
 */
record DescribedSource(List<String> fetched) implements ArtifactSource {
    @Override
    public String description() {
        return "a test";
    }

    @Override
    public Answer fetch(Artifact artifact, Path destination) {
        fetched.add(artifact.name());
        try {
            Files.writeString(destination, artifact.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Answer.Fetched(description());
    }
}
