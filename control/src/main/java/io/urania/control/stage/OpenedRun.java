package io.urania.control.stage;

import io.urania.artifacts.ArtifactException;
import io.urania.control.failure.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A cluster that this run is to install or to put right: its inventory has been read and is valid, and its hosts may be asked. */
public interface OpenedRun extends Run {

    /** Where {@code admin.conf} is going to be; empty if the inventory does not ask for it. */
    Optional<Path> kubeconfig();

    /** What the inventory asks for and this version does not do, a sentence each. */
    List<String> later();

    /**
     * Reads the facts of all hosts, and keeps other runs out of them from then on.
     *
     * @throws Refusal if some cannot be used, or another run is changing them
     * @throws ArtifactException if there is no bundle for them and none can be made
     */
    SurveyedRun survey() throws Refusal, ArtifactException, IOException, InterruptedException;
}
