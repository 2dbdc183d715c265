package io.urania.cluster.report;

import io.urania.cluster.variable.registry.Variables;
import io.urania.inventory.problem.Position;
import io.urania.inventory.problem.Problem;
import io.urania.inventory.problem.Suggestion;
import java.util.List;
import java.util.Optional;

/**
 * What each variable of an inventory does.
 *
 * @param rows one for each variable set anywhere, by name; keys of a mapping are named with a dot
 */
public record VariableReport(List<Row> rows) {
    public VariableReport {
        rows = List.copyOf(rows);
    }

    /** The rows of one kind. */
    public List<Row> rows(Standing standing) {
        return rows.stream().filter(row -> row.standing() == standing).toList();
    }

    /** A warning for each unknown name that is nearly a known one, or is a key of a mapping written as if it were a name. */
    public List<Problem> misspelt() {
        return rows(Standing.UNKNOWN).stream()
                .flatMap(row -> (Variables.named(row.name()).isPresent() ? dotted(row) : misspelt(row)).stream())
                .toList();
    }

    private static Optional<Problem> misspelt(Row row) {
        return Suggestion.misspelt(row.name(), Variables.names())
                .map(meant -> Problem.warning(
                        row.places().getFirst(),
                        "unknown variable '" + row.name() + "'" + elsewhere(row.places()),
                        "Urania does not use it",
                        "did you mean '" + meant + "'?"));
    }

    /** A known key is unknown only where it stands as a name of its own. */
    private static Optional<Problem> dotted(Row row) {
        int dot = row.name().indexOf('.');
        String mapping = row.name().substring(0, dot);
        String key = row.name().substring(dot + 1);
        return Optional.of(Problem.warning(
                row.places().getFirst(),
                "'" + row.name() + "' sets nothing" + elsewhere(row.places()),
                "a dot in a variable's name does not reach into a mapping",
                "set the whole mapping: " + mapping + ": {" + key + ": …}; on the command line -e '{\"" + mapping
                        + "\": {\"" + key + "\": …}}'"));
    }

    private static String elsewhere(List<Position> places) {
        int more = places.size() - 1;
        return more == 0 ? "" : " … and at " + more + (more == 1 ? " more place" : " more places");
    }

    /** Whether a variable does something. */
    public enum Standing {
        EFFECT,
        NO_EFFECT,
        UNKNOWN
    }

    /**
     * One variable.
     *
     * @param name as the inventory writes it
     * @param places where it is set, in the order of the files
     * @param meaning what it is; empty if the name is unknown
     * @param explanation what it does, or why it does nothing
     * @param suggestion a known name that may have been meant, for an unknown one
     * @param newerName what newer releases of Kubespray or Ansible call it
     */
    public record Row(
            String name,
            List<Position> places,
            Standing standing,
            String meaning,
            String explanation,
            Optional<String> suggestion,
            Optional<NewerName> newerName) {
        public Row {
            places = List.copyOf(places);
        }

        Row renamed(String current, String since) {
            Optional<NewerName> newer = Optional.of(new NewerName(current, since));
            return new Row(name, places, standing, meaning, explanation, suggestion, newer);
        }

        /** {@code what it does}, {@code no effect: why}, or {@code unknown: did you mean …?}, and the newer name if there is one. */
        public String sentence() {
            String sentence = standingSentence();
            return newerName
                    .map(newer -> sentence + "; " + newer.name() + " since " + newer.since())
                    .orElse(sentence);
        }

        private String standingSentence() {
            return switch (standing) {
                case EFFECT -> explanation;
                case NO_EFFECT -> "no effect: " + explanation;
                case UNKNOWN ->
                    "unknown: "
                            + suggestion
                                    .map(name -> "did you mean " + name + "?")
                                    .orElse(explanation);
            };
        }
    }

    /**
     * The newer name of a variable, which means the same.
     *
     * @param since what called it so first: {@code Kubespray 2.16}
     */
    public record NewerName(String name, String since) {}
}
