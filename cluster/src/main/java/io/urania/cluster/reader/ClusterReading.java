package io.urania.cluster.reader;

import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.variable.OldName;
import io.urania.inventory.problem.InventoryException;
import io.urania.inventory.problem.Problem;
import io.urania.inventory.problem.Severity;
import java.util.List;
import java.util.Optional;

/**
 * What came of reading an inventory as a cluster.
 *
 * @param spec the cluster; empty if there is an error among the problems
 * @param problems errors, warnings and notes, in the order in which to tell them
 * @param oldNames what works as it is, and has a newer name
 */
public record ClusterReading(Optional<ClusterSpec> spec, List<Problem> problems, List<OldName> oldNames) {
    public ClusterReading {
        problems = List.copyOf(problems);
        oldNames = List.copyOf(oldNames);
    }

    public List<Problem> errors() {
        return problems.stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .toList();
    }

    /** What works as its author believes, and is worth knowing. */
    public List<Problem> notes() {
        return problems.stream()
                .filter(problem -> problem.severity() == Severity.NOTE)
                .toList();
    }

    public List<Problem> warnings() {
        return problems.stream()
                .filter(problem -> problem.severity() == Severity.WARNING)
                .toList();
    }

    /**
     * The cluster.
     *
     * @throws InventoryException with all errors, if there are any
     */
    public ClusterSpec orThrow() throws InventoryException {
        if (spec.isEmpty()) {
            throw new InventoryException(errors());
        }
        return spec.get();
    }
}
