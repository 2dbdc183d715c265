package io.urania.cli.console;

/** Text fitted to a number of characters. */
public final class Columns {

    private Columns() {}

    /** Filled up with spaces on the right; never cut. */
    public static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    /** Filled up with spaces on the left; never cut. */
    public static String aligned(String text, int width) {
        return " ".repeat(Math.max(0, width - text.length())) + text;
    }

    /** Cut to a width of at least 1, with ".." at the end where something is missing. Line ends become spaces. */
    public static String cut(String text, int width) {
        String line = text.replace('\n', ' ');
        if (line.length() <= width) {
            return line;
        }
        return width <= 2 ? line.substring(0, width) : line.substring(0, width - 2) + "..";
    }

    /** Every line moved to the right. */
    public static String indented(String text, int spaces) {
        return text.strip().indent(spaces).stripTrailing();
    }
}
