package io.urania.engine.plan;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.ArrayList;
import java.util.List;

/** The unified diff of a file before and after a change, without secrets. */
public final class TextDifference {

    private static final int CONTEXT = 3;

    private TextDifference() {}

    /**
     * The lines of the diff, its two header lines first; empty if one side is not known, is secret, or is no text. What
     * is created is compared with nothing.
     */
    public static List<String> of(Difference difference) {
        if (!(difference.after() instanceof State.Content after) || after.text().isEmpty()) {
            return List.of();
        }
        return switch (difference.before()) {
            case State.Content before
            when before.text().isPresent() ->
                lines(
                        before.subject(),
                        before.text().get(),
                        after.subject(),
                        after.text().get());
            case State.Words _
            when difference.action() == Action.CREATE ->
                lines("/dev/null", "", after.subject(), after.text().get());
            case State.Content _, State.Words _, State.Secret _, State.KnownAfterApply _ -> List.of();
        };
    }

    private static List<String> lines(String from, String before, String to, String after) {
        if (Hidden.wholly(before) || Hidden.wholly(after)) {
            return List.of();
        }
        List<String> old = linesOf(before);
        // Hidden afterwards, so that another secret in the place of one is still seen to be a difference.
        return UnifiedDiffUtils.generateUnifiedDiff(from, to, old, DiffUtils.diff(old, linesOf(after)), CONTEXT)
                .stream()
                .map(Hidden::in)
                .toList();
    }

    /** A last line without its end is told as diff(1) tells it. */
    private static List<String> linesOf(String text) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        if (!text.isEmpty() && !text.endsWith("\n")) {
            lines.add(lines.removeLast() + "\n\\ No newline at end of file");
        }
        return lines;
    }
}
