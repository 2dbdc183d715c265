package io.urania.inventory.problem;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Collects the problems of a whole inventory, so that they are told once and together. Not for several threads. */
public final class Findings {
    /** Nobody reads more, and a file of nothing but errors has millions. */
    private static final int MOST_OF_EACH_SEVERITY = 1000;

    private final Set<Problem> problems = new LinkedHashSet<>();
    private final Map<Severity, Integer> counts = new EnumMap<>(Severity.class);

    /** Notes a problem. One noted before counts once; after a thousand errors no more are noted, nor warnings after a thousand. */
    public void add(Problem problem) {
        int count = counts.getOrDefault(problem.severity(), 0);
        if (count < MOST_OF_EACH_SEVERITY && problems.add(problem)) {
            counts.put(problem.severity(), count + 1);
        }
    }

    /** Notes an error that takes long to tell, unless there are so many that it would not be told. */
    public void add(Supplier<Problem> error) {
        if (counts.getOrDefault(Severity.ERROR, 0) < MOST_OF_EACH_SEVERITY) {
            add(error.get());
        }
    }

    /** Notes an error that explains all that was noted before, which is not told. */
    public void replaceBy(Problem error) {
        problems.clear();
        counts.clear();
        add(error);
    }

    public void addAll(Findings others) {
        others.problems.forEach(this::add);
    }

    public boolean isEmpty() {
        return problems.isEmpty();
    }

    public boolean hasErrors() {
        return counts.containsKey(Severity.ERROR);
    }

    public Optional<Problem> firstError() {
        return of(Severity.ERROR).stream().findFirst();
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
