package io.urania.cli.operation;

import io.urania.artifacts.ArtifactException;
import io.urania.cli.failure.CommandFailure;
import io.urania.cli.progress.Output;
import io.urania.engine.run.Limits;
import io.urania.inventory.InventoryRequest;
import io.urania.inventory.problem.InventoryException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Makes the way from inventories to the cluster that they describe. */
@FunctionalInterface
public interface SessionOpener {

    /** What a command wants to do with a cluster. */
    enum Purpose {
        /** Look at the cluster; hosts that do not answer are part of what is seen. */
        WATCH(false),
        /** Compare it with what is wanted; others may change it meanwhile. */
        LOOK(false),
        /** Change it: one run at a time, kept in the journal. */
        CHANGE(true),
        /** Take it away, likewise. */
        REMOVE(true);

        private final boolean changes;

        Purpose(boolean changes) {
            this.changes = changes;
        }

        /** Whether hosts are changed, so that nobody else may do so meanwhile. */
        public boolean changes() {
            return changes;
        }
    }

    /**
     * What to open.
     *
     * @param command the words of the command, for the journal
     * @param inventory what to read, and with what
     * @param bundle the bundle to install from; otherwise the cache's, which is made if need be
     * @param output how to show what happens
     * @param limits how far a run may go
     * @param unlocking the command that shows and takes away what keeps others out, for people to type
     * @param askBecomePassword whether to ask for the password that sudo wants
     */
    record Request(
            String command,
            InventoryRequest inventory,
            Optional<Path> bundle,
            Purpose purpose,
            Output output,
            Limits limits,
            String unlocking,
            boolean askBecomePassword) {}

    /**
     * Reads the inventories and makes sure that every host is known.
     *
     * @throws InventoryException with every problem of the inventories
     * @throws CommandFailure if hosts are not known or cannot be reached, or another run holds the lock
     */
    ClusterSession open(Request request)
            throws InventoryException, CommandFailure, ArtifactException, IOException, InterruptedException;
}
