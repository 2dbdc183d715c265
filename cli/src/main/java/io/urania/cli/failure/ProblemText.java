package io.urania.cli.failure;

import io.urania.cli.console.Style;
import io.urania.inventory.problem.Excerpt;
import io.urania.inventory.problem.Printable;
import io.urania.inventory.problem.Problem;
import io.urania.inventory.problem.Severity;
import io.urania.inventory.text.Excerpts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A problem with its line and a caret below the place, in the manner of Rust's compiler. */
public final class ProblemText {

    private final Style style;
    private final int columns;
    private final Excerpts excerpts = new Excerpts();

    /**
     * @param columns how wide a line of the file may be shown
     */
    public ProblemText(Style style, int columns) {
        this.style = style;
        this.columns = columns;
    }

    /** The lines that tell the problem; at least one. */
    public List<String> of(Problem problem) {
        List<String> lines = new ArrayList<>();
        lines.add(
                severity(problem.severity(), name(problem.severity())) + style.bold(": " + printable(problem.what())));
        Optional<Excerpt> excerpt = problem.position() == null ? Optional.empty() : excerpts.of(problem.position());
        int gutter = excerpt.map(it -> Integer.toString(it.line()).length()).orElse(1);
        String indent = " ".repeat(gutter + 1);
        if (problem.position() != null) {
            lines.add(" ".repeat(gutter)
                    + style.blue("--> ")
                    + printable(problem.position().toString()));
        }
        excerpt.map(it -> it.within(columns - gutter - 3)).ifPresent(it -> {
            String bar = indent + style.blue("|");
            lines.add(bar);
            lines.add((style.blue(it.line() + " |") + " " + it.text()).stripTrailing());
            lines.add(bar + " " + " ".repeat(it.indent()) + severity(problem.severity(), "^".repeat(it.width())));
            lines.add(bar);
        });
        note(lines, indent, "why", problem.why());
        note(lines, indent, "help", problem.remedy());
        return lines;
    }

    private void note(List<String> lines, String indent, String word, String text) {
        if (!text.isEmpty()) {
            lines.add(indent + style.blue("=") + " " + style.bold(word) + ": " + printable(text));
        }
    }

    /** In JSON and in text alike. */
    public static String name(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }

    private String severity(Severity severity, String text) {
        if (severity == Severity.ERROR) {
            return style.bold(style.red(text));
        }
        return style.bold(severity == Severity.WARNING ? style.yellow(text) : style.cyan(text));
    }

    private static String printable(String text) {
        return Printable.of(text.replace('\n', ' '));
    }
}
