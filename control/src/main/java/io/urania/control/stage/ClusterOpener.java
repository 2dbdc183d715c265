package io.urania.control.stage;

import io.urania.artifacts.ArtifactException;
import io.urania.control.failure.Refusal;
import io.urania.inventory.problem.InventoryException;
import java.io.IOException;

/** The ways from inventories to the cluster that they describe. What they return is closed by whoever asked for it. */
public interface ClusterOpener {

    /**
     * Opens a cluster to look at it. Others may change it meanwhile, hosts that do not answer are part of what is seen, and nothing is
     * written but the keys of hosts that are accepted.
     *
     * @throws InventoryException with every problem of the inventories
     * @throws Refusal if the inventory may not do what it wants on this machine
     */
    Opened look(Request request)
            throws InventoryException, Refusal, ArtifactException, IOException, InterruptedException;

    /**
     * Opens a cluster to install it or to put it right: one run at a time, kept in the journal.
     *
     * @throws InventoryException with every problem of the inventories
     * @throws Refusal if the inventory may not do what it wants on this machine, or another run holds the lock
     */
    OpenedRun change(Request request)
            throws InventoryException, Refusal, ArtifactException, IOException, InterruptedException;

    /**
     * Opens the hosts of a cluster to prepare them, likewise; no bundle is needed.
     *
     * @throws InventoryException with every problem of the inventories
     * @throws Refusal if the inventory may not do what it wants on this machine, or another run holds the lock
     */
    OpenedPreparation prepare(Request request)
            throws InventoryException, Refusal, ArtifactException, IOException, InterruptedException;

    /**
     * Opens a cluster to take it away, likewise; every host has been met then.
     *
     * @throws InventoryException with every problem of the inventories
     * @throws Refusal if hosts are not known or cannot be reached, the inventory may not do what it wants on this machine, or another
     *     run holds the lock
     */
    OpenedRemoval remove(Request request)
            throws InventoryException, Refusal, ArtifactException, IOException, InterruptedException;
}
