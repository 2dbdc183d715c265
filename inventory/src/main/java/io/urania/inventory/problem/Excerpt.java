package io.urania.inventory.problem;

import java.util.ArrayList;
import java.util.List;

/**
 * A line of a file with the place in it that a problem is about, ready to be shown: without tabs and other characters that move the cursor.
 *
 * @param line its number, counted from 1
 * @param text what to show
 * @param indent columns of a terminal before the place
 * @param width columns that the place takes, at least 1
 */
public record Excerpt(int line, String text, int indent, int width) {
    private static final String TAB = "    ";
    private static final String MORE = "…";

    /** The excerpt of a line as the file has it, with {@code column} counted from 1 in code points. */
    public static Excerpt of(int number, String line, int column) {
        int[] characters = line.codePoints().toArray();
        int start = Math.clamp(column - 1L, 0, characters.length);
        int end = Math.max(start + SourceToken.length(characters, start), start);
        String before = shown(characters, 0, start);
        String token = shown(characters, start, end);
        String text = before + token + shown(characters, end, characters.length);
        return new Excerpt(number, text.stripTrailing(), DisplayWidth.of(before), Math.max(1, DisplayWidth.of(token)));
    }

    /**
     * The excerpt within a number of columns: a longer line is cut on both sides of the place, with an ellipsis where something is missing.
     *
     * @param columns at least 10; fewer count as 10
     */
    public Excerpt within(int columns) {
        int room = Math.max(10, columns);
        int all = DisplayWidth.of(text);
        if (all <= room) {
            return this;
        }
        int from = indent + width < room ? 0 : Math.max(0, indent - room / 3);
        int first = from == 0 ? 0 : from + MORE.length();
        int end = from + room - (from + room < all ? MORE.length() : 0);
        StringBuilder kept = new StringBuilder();
        int column = 0;
        int firstKept = first;
        for (int character : text.codePoints().toArray()) {
            int next = column + DisplayWidth.of(character);
            if (column >= first && next <= end) {
                // A wide character across the cut is left out, and what follows it moves.
                firstKept = kept.isEmpty() ? column : firstKept;
                kept.appendCodePoint(character);
            }
            column = next;
        }
        int place = indent - firstKept + (from == 0 ? 0 : MORE.length());
        return new Excerpt(
                line,
                (from == 0 ? "" : MORE) + kept + (from + room < all ? MORE : ""),
                place,
                Math.clamp(end - (long) indent, 1, width));
    }

    private static String shown(int[] characters, int from, int to) {
        List<String> parts = new ArrayList<>();
        for (int i = from; i < to; i++) {
            parts.add(
                    characters[i] == '\t'
                            ? TAB
                            : Printable.isPrintable(characters[i])
                                    ? Character.toString(characters[i])
                                    : Printable.REPLACEMENT);
        }
        return String.join("", parts);
    }
}
