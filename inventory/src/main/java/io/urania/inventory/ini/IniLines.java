package io.urania.inventory.ini;

import java.util.function.Consumer;

/** The lines of an INI file that say something, stripped: Python's {@code splitlines()} and {@code strip()}. */
public final class IniLines {
    private static final String ENDS = "\n\r\u000B\f\u001C\u001D\u001E\u0085\u2028\u2029";

    private IniLines() {}

    /**
     * A line.
     *
     * @param number counted from 1
     * @param column where its text begins, counted from 1
     */
    public record Line(String text, int number, int column) {}

    /** Hands over line by line: a large file has more of them than fit into memory together. */
    public static void forEach(String text, Consumer<Line> use) {
        int number = 1;
        int start = 0;
        while (start < text.length()) {
            int end = start;
            while (end < text.length() && ENDS.indexOf(text.charAt(end)) < 0) {
                end++;
            }
            String line = text.substring(start, end);
            String stripped = line.strip();
            if (!stripped.isEmpty() && stripped.charAt(0) != '#' && stripped.charAt(0) != ';') {
                use.accept(new Line(stripped, number, 1 + line.indexOf(stripped.charAt(0))));
            }
            number++;
            start = end + (text.startsWith("\r\n", end) ? 2 : 1);
        }
    }
}
