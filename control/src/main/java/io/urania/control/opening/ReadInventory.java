package io.urania.control.opening;

import io.urania.cluster.operation.Targets;
import io.urania.cluster.reader.ClusterInventory;
import io.urania.cluster.reader.ClusterReading;
import io.urania.cluster.reader.ClusterSpecReader;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.variable.Origins;
import io.urania.control.port.Telling;
import io.urania.engine.transport.Target;
import io.urania.inventory.Inventory;
import io.urania.inventory.InventoryRequest;
import io.urania.inventory.problem.InventoryException;
import java.nio.file.Path;
import java.util.Map;

/**
 * An inventory that is valid, and the cluster that it asks for.
 *
 * @param origins where it asks for what
 */
record ReadInventory(Inventory inventory, ClusterSpec spec, Origins origins) {

    /**
     * Reads an inventory, and tells what is odd in it.
     *
     * @throws InventoryException with every problem that there is
     */
    static ReadInventory of(InventoryRequest request, Telling telling) throws InventoryException {
        Inventory inventory = ClusterInventory.load(request);
        ClusterReading reading = ClusterSpecReader.standard().read(inventory);
        ClusterSpec spec = reading.orThrow();
        telling.warnings(reading.warnings());
        return new ReadInventory(inventory, spec, Origins.of(inventory));
    }

    /** The folder that it lies in. */
    Path folder() {
        return inventory.directory();
    }

    /** How its hosts are reached. */
    Map<String, Target> targets() {
        return Targets.of(spec);
    }
}
