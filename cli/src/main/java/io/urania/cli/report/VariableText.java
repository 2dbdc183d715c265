package io.urania.cli.report;

import io.urania.cli.console.Columns;
import io.urania.cli.console.Style;
import io.urania.cluster.report.VariableReport;
import io.urania.cluster.report.VariableReport.Row;
import io.urania.cluster.report.VariableReport.Standing;
import io.urania.cluster.spec.AddonsSpec;
import io.urania.inventory.problem.Position;
import java.util.ArrayList;
import java.util.List;

/** What each variable of an inventory does, as text: what has an effect, what has none, what is unknown. */
public final class VariableText {

    private final Style style;

    public VariableText(Style style) {
        this.style = style;
    }

    public List<String> of(VariableReport report) {
        int width = report.rows().stream()
                .mapToInt(row -> row.name().length())
                .max()
                .orElse(0);
        List<String> lines = new ArrayList<>();
        for (Standing standing : Standing.values()) {
            List<Row> rows = report.rows(standing);
            if (!rows.isEmpty()) {
                lines.add(style.bold(heading(standing) + " (" + rows.size() + ")"));
                rows.forEach(row -> lines.addAll(entry(row.name(), width, row.sentence(), row.places())));
                lines.add("");
            }
        }
        return lines;
    }

    /** What the inventory asks for in vain; nothing if there is nothing. */
    public List<String> notDone(List<AddonsSpec.Later> later) {
        if (later.isEmpty()) {
            return List.of();
        }
        int width =
                later.stream().mapToInt(one -> one.variable().length()).max().orElse(0);
        List<String> lines = new ArrayList<>();
        lines.add(style.bold("Asked for, and not done (" + later.size() + ")"));
        later.forEach(one -> lines.addAll(entry(one.variable(), width, one.explanation(), List.of(one.position()))));
        lines.add("");
        return lines;
    }

    private List<String> entry(String name, int width, String sentence, List<Position> places) {
        List<String> lines = new ArrayList<>();
        lines.add("  " + Columns.padded(name, width) + "  " + sentence);
        places.forEach(place -> lines.add(" ".repeat(width + 4) + style.dim(place.toString())));
        return lines;
    }

    private static String heading(Standing standing) {
        return switch (standing) {
            case EFFECT -> "Variables with an effect";
            case NO_EFFECT -> "Variables without effect";
            case UNKNOWN -> "Unknown variables";
        };
    }
}
