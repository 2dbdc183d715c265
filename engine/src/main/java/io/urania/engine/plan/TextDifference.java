package io.urania.engine.plan;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Chunk;
import com.github.difflib.patch.Patch;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The unified diff of a file before and after a change, without secrets. */
public final class TextDifference {

    private static final int CONTEXT = 3;

    /**
     * Of both sides together, from the first line that differs to the last: to compare more takes time with their square, and nobody reads it.
     */
    private static final int MOST_LINES = 2_000;

    /** In characters; beyond every file that is written. */
    private static final int LONGEST_TEXT = 1 << 20;

    private TextDifference() {}

    /**
     * The lines of the diff, its two header lines first; empty if one side is not known, is secret, or is no text. What
     * is created is compared with nothing. Of files that are too different to be compared line by line, one line tells how many lines there
     * are: {@value #MOST_LINES} lines of both that differ, with those between them, or {@value #LONGEST_TEXT} characters of one, is the most.
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
        if (Math.max(before.length(), after.length()) > LONGEST_TEXT) {
            return uncompared(from, before, to);
        }
        List<String> old = linesOf(before);
        Optional<Patch<String>> patch = patch(old, linesOf(after));
        if (patch.isEmpty()) {
            return uncompared(from, before, to);
        }
        // Hidden afterwards, so that another secret in the place of one is still seen to be a difference.
        return UnifiedDiffUtils.generateUnifiedDiff(from, to, old, patch.get(), CONTEXT).stream()
                .map(Hidden::in)
                .toList();
    }

    private static List<String> uncompared(String from, String before, String to) {
        return List.of(
                "--- " + from,
                "+++ " + to,
                String.format(
                        Locale.ROOT, "other content (%,d lines)", before.lines().count()));
    }

    /** What makes one of the other, the same lines at both ends left out before they are compared; nothing if there is too much of it. */
    private static Optional<Patch<String>> patch(List<String> old, List<String> revised) {
        int shorter = Math.min(old.size(), revised.size());
        int first = 0;
        while (first < shorter && old.get(first).equals(revised.get(first))) {
            first++;
        }
        int last = 0;
        while (last < shorter - first
                && old.get(old.size() - 1 - last).equals(revised.get(revised.size() - 1 - last))) {
            last++;
        }
        if (old.size() + revised.size() - 2 * (first + last) > MOST_LINES) {
            return Optional.empty();
        }
        Patch<String> patch = new Patch<>();
        for (AbstractDelta<String> delta : DiffUtils.diff(
                        old.subList(first, old.size() - last), revised.subList(first, revised.size() - last))
                .getDeltas()) {
            patch.addDelta(delta.withChunks(moved(delta.getSource(), first), moved(delta.getTarget(), first)));
        }
        return Optional.of(patch);
    }

    private static Chunk<String> moved(Chunk<String> chunk, int lines) {
        return new Chunk<>(chunk.getPosition() + lines, chunk.getLines());
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
