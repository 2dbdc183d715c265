package io.urania.cli.failure;

import io.urania.cli.console.Console;
import io.urania.inventory.problem.Position;
import io.urania.inventory.problem.Problem;
import io.urania.inventory.problem.Severity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Problems of an inventory in the order in which a person meets them. */
public final class ProblemList {

    /** How wide lines are where no terminal says how wide it is. */
    private static final int USUAL_COLUMNS = 120;

    /** So many problems of one kind are shown of a file: a thousand lines would hide what else there is. */
    private static final int MOST_ALIKE = 5;

    private static final Comparator<Problem> BY_PLACE =
            Comparator.comparing(Problem::position, Comparator.nullsFirst(Comparator.<Position>naturalOrder()));

    private ProblemList() {}

    /** Those without a place first, then by file, line and column; each once. */
    public static List<Problem> sorted(Collection<Problem> problems) {
        return problems.stream().distinct().sorted(BY_PLACE).toList();
    }

    /** Tells problems on standard error, each with its line, an empty line between two. What to do first stands last: there people look. */
    public static void tell(Console console, Collection<Problem> problems) {
        int columns = console.isLive() ? console.size().columns() : USUAL_COLUMNS;
        ProblemText text = new ProblemText(console.errorStyle(), columns);
        List<String> lines = new ArrayList<>();
        Map<Kind, Integer> kinds = new LinkedHashMap<>();
        for (Problem problem : urgentLast(problems)) {
            if (kinds.merge(Kind.of(problem), 1, Integer::sum) > MOST_ALIKE) {
                continue;
            }
            if (!lines.isEmpty()) {
                lines.add("");
            }
            lines.addAll(text.of(problem));
        }
        kinds.forEach((kind, count) -> {
            if (count > MOST_ALIKE) {
                lines.add("");
                lines.add("… and " + (count - MOST_ALIKE) + " more in " + kind.file() + " of this kind: " + kind.why());
            }
        });
        if (!lines.isEmpty()) {
            console.printError(String.join("\n", lines));
        }
    }

    private static List<Problem> urgentLast(Collection<Problem> problems) {
        return sorted(problems).stream()
                .sorted(Comparator.comparing(Problem::severity).reversed())
                .toList();
    }

    /** What problems of one file have in common that differ in the name or value they are about. */
    private record Kind(Severity severity, String file, String why, Object what) {
        static Kind of(Problem problem) {
            Position place = problem.position();
            // Without a file and a reason there is nothing to tell them by but themselves.
            return place == null || problem.why().isEmpty()
                    ? new Kind(problem.severity(), "", "", problem)
                    : new Kind(problem.severity(), place.file().toString(), problem.why(), "");
        }
    }
}
