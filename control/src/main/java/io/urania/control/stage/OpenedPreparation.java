package io.urania.control.stage;

import io.urania.artifacts.ArtifactException;
import io.urania.control.failure.Refusal;
import java.io.IOException;

/** Hosts that this run is to prepare: their inventory has been read and is valid, and they may be asked. No bundle is needed for it. */
public interface OpenedPreparation extends Run {

    /**
     * Reads the facts of all hosts, and keeps other runs out of them from then on.
     *
     * @throws Refusal if some cannot be used, or another run is changing them
     */
    ReadyPreparation survey() throws Refusal, ArtifactException, IOException, InterruptedException;
}
