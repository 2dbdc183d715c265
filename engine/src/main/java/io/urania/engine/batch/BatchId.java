package io.urania.engine.batch;

import io.urania.engine.shell.Shell;
import java.util.UUID;

/**
 * Names a batch while it runs.
 *
 * @param directory on the host, for the file that says that the batch runs, and the one that asks it to end; made when it is needed
 */
public record BatchId(UUID id, String directory) {

    /** A batch that nobody has named yet. */
    public static BatchId random() {
        return new BatchId(UUID.randomUUID(), "/run/urania");
    }

    /** At the beginning of every line that is the batch's own and no step's. */
    String marker() {
        return "@urania-" + id;
    }

    /** There while the batch runs, and afterwards if it was killed: its process, and when that began. */
    String runningFile() {
        return directory + "/batch-" + id;
    }

    /** There for a moment, before a step: what the step prints. */
    String outputFile() {
        return directory + "/output-" + id;
    }

    /** There while a step runs that tells of its waits: a pipe for what it says. */
    String waitsFile() {
        return directory + "/waits-" + id;
    }

    /** If this file exists, the batch ends after the step that it is at. */
    String stopFile() {
        return directory + "/stop-" + id;
    }

    /** Asks the batch to end after the step that it is at; to be run on its host beside it. */
    public Operation stop() {
        return Operation.of("mkdir -p " + Shell.quote(directory) + "\n: >" + Shell.quote(stopFile()));
    }
}
