package io.urania.artifacts.source;

import io.urania.artifacts.ArtifactException;
import java.nio.file.Path;

/** A place that artifacts come from. */
public interface ArtifactSource {
    /** In words: {@code upstream}. */
    String description();

    /**
     * Puts the artifact, verified, at the destination.
     *
     * @return where it came from, or why this source does not have it, so that the next may be asked
     * @throws ArtifactException where going on to another source would hide something: a wrong checksum, a failed build
     */
    Answer fetch(Artifact artifact, Path destination) throws ArtifactException, InterruptedException;

    /** What a source says. */
    sealed interface Answer {
        /** It is at the destination. */
        record Fetched(String from) implements Answer {}

        /** This source does not have it, or cannot be reached. */
        record Unavailable(String why) implements Answer {}
    }
}
