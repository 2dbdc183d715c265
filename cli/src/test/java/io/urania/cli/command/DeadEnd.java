package io.urania.cli.command;

import io.urania.artifacts.ArtifactException;
import io.urania.control.failure.Refusal;
import io.urania.control.stage.ClusterOpener;
import io.urania.control.stage.Opened;
import io.urania.control.stage.OpenedPreparation;
import io.urania.control.stage.OpenedRemoval;
import io.urania.control.stage.OpenedRun;
import io.urania.control.stage.Request;
import io.urania.inventory.problem.InventoryException;
import java.io.IOException;

/** An opener that never opens anything, whatever for: it ends with an exception. */
@FunctionalInterface
public interface DeadEnd extends ClusterOpener {

    /** What happens instead. */
    void end(Request request) throws InventoryException, Refusal, ArtifactException, IOException, InterruptedException;

    @Override
    default Opened look(Request request)
            throws InventoryException, Refusal, ArtifactException, IOException, InterruptedException {
        end(request);
        throw new IllegalStateException("there is no cluster to look at");
    }

    @Override
    default OpenedRun change(Request request)
            throws InventoryException, Refusal, ArtifactException, IOException, InterruptedException {
        end(request);
        throw new IllegalStateException("there is no cluster to change");
    }

    @Override
    default OpenedPreparation prepare(Request request)
            throws InventoryException, Refusal, ArtifactException, IOException, InterruptedException {
        end(request);
        throw new IllegalStateException("there are no hosts to prepare");
    }

    @Override
    default OpenedRemoval remove(Request request)
            throws InventoryException, Refusal, ArtifactException, IOException, InterruptedException {
        end(request);
        throw new IllegalStateException("there is no cluster to remove");
    }
}
