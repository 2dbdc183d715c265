package io.urania.inventory.problem;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects the problems of a whole inventory, so that they are told once and together. Not for several threads. */
public final class Findings {
    private final Set<Problem> problems = new LinkedHashSet<>();

    /** Notes a problem; one that was noted before counts once. */
    public void add(Problem problem) {
        problems.add(problem);
    }

    public boolean hasErrors() {
        return problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
    }

    public List<Problem> warnings() {
        return of(Severity.WARNING);
    }

    /** Throws everything found, warnings too, if there is an error among it. */
    public void throwIfErrors() throws InventoryException {
        if (hasErrors()) {
            throw new InventoryException(new ArrayList<>(problems));
        }
    }

    private List<Problem> of(Severity severity) {
        return problems.stream()
                .filter(problem -> problem.severity() == severity)
                .toList();
    }
}
