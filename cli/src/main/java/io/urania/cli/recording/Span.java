package io.urania.cli.recording;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A piece of a line that looks the same throughout.
 *
 * @param column of its first character, counted from 0
 * @param look number of an SGR sequence (ECMA-48, 8.3.117), as {@code 31}; 0 for none
 */
record Span(int column, int look, String text) {

    private static final Pattern SEQUENCE = Pattern.compile("\u001b\\[(\\d*)m");

    /** The spans of a line that {@link io.urania.cli.console.Style} has coloured; blank ones are left out. */
    static List<Span> of(String line) {
        List<Span> spans = new ArrayList<>();
        Matcher sequence = SEQUENCE.matcher(line);
        int column = 0;
        int look = 0;
        int from = 0;
        while (sequence.find()) {
            column = add(spans, column, look, line.substring(from, sequence.start()));
            look = sequence.group(1).isEmpty() ? 0 : Integer.parseInt(sequence.group(1));
            from = sequence.end();
        }
        add(spans, column, look, line.substring(from));
        return spans;
    }

    private static int add(List<Span> spans, int column, int look, String text) {
        if (!text.isBlank()) {
            spans.add(new Span(column, look, text));
        }
        return column + text.codePointCount(0, text.length());
    }
}
