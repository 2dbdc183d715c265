package io.urania.cluster.reader;

import io.urania.cluster.spec.ClusterSpec;
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
 */
public record ClusterReading(Optional<ClusterSpec> spec, List<Problem> problems) {
    public ClusterReading {
        problems = List.copyOf(problems);
    }

    public List<Problem> errors() {
        return problems.stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .toList();
    }

    /** What works as it is, and could be written in newer words. */
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
