package io.urania.cluster.manifest;

import java.io.Serial;

/** A text that is no manifest which could be applied; its message says why, as a clause. */
public final class UnreadableManifest extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    UnreadableManifest(String why) {
        super(why);
    }
}
