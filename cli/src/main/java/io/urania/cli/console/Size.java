package io.urania.cli.console;

/**
 * How much a terminal shows.
 *
 * @param columns characters in a line, at least 1
 * @param rows lines, at least 1
 */
public record Size(int columns, int rows) {

    /** What terminals have had since the VT100. */
    public static final Size USUAL = new Size(80, 24);

    public Size {
        if (columns < 1 || rows < 1) {
            throw new IllegalArgumentException("a terminal of " + columns + " columns and " + rows + " rows");
        }
    }
}
