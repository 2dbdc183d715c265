package io.urania.cluster.phase;

import io.urania.artifacts.ArtifactException;
import java.io.Serial;

/** The bundle has not what a host needs: found while planning, before anything is changed. */
public final class MissingArtifactException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    MissingArtifactException(String host, ArtifactException cause) {
        super(host + ": " + cause.getMessage(), cause);
    }

    MissingArtifactException(String host, String machine) {
        super(host + ": no binaries for its architecture (" + machine + ")");
    }
}
