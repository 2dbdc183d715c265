package io.urania.cluster.reader;

import io.urania.cluster.variable.registry.DefaultValues;
import io.urania.inventory.Inventory;
import io.urania.inventory.InventoryRequest;
import io.urania.inventory.problem.InventoryException;
import io.urania.inventory.problem.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Reads inventories as Kubespray's playbooks see them. */
public final class ClusterInventory {
    private ClusterInventory() {}

    /**
     * Reads inventories as {@link Inventory#load(List)} does, with the groups and the values that Kubespray adds: {@code k8s_cluster} of
     * its parts, today's groups of those with old names, {@code kube_apiserver_ip}, {@code etcd_access_addresses} and so on for templates.
     *
     * @throws InventoryException with every problem found, if there is an error among them
     */
    public static Inventory load(List<Path> sources) throws InventoryException {
        return load(InventoryRequest.of(sources));
    }

    /**
     * As {@link #load(List)}, with all that a request says.
     *
     * @throws InventoryException with every problem found, if there is an error among them
     */
    public static Inventory load(InventoryRequest request) throws InventoryException {
        Inventory inventory = Inventory.load(request.with(DefaultValues.additions()));
        if (inventory.hosts().isEmpty()) {
            throw new InventoryException(Problem.error(
                    null,
                    "the inventory has no hosts",
                    "read: " + request.sources().stream().map(Path::toString).collect(Collectors.joining(", ")),
                    "list at least one host below 'hosts:', or in a section of an INI file"));
        }
        return inventory;
    }
}
