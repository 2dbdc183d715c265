package io.urania.inventory.problem;

import java.nio.file.Path;
import java.util.Comparator;

/**
 * A place in a file.
 *
 * @param file the file, as the person named it
 * @param line counted from 1
 * @param column counted from 1, in characters
 */
public record Position(Path file, int line, int column) implements Comparable<Position> {
    private static final Comparator<Position> READING_ORDER = Comparator.comparing(Position::file)
            .thenComparingInt(Position::line)
            .thenComparingInt(Position::column);

    /** The first character of a file: the place of what concerns the file as a whole. */
    public static Position startOf(Path file) {
        return new Position(file, 1, 1);
    }

    /** The place of a text's character, counted from 0. */
    public static Position of(Path file, String text, int index) {
        int line = 1;
        for (int newline = text.indexOf('\n');
                newline >= 0 && newline < index;
                newline = text.indexOf('\n', newline + 1)) {
            line++;
        }
        return new Position(file, line, index - text.lastIndexOf('\n', index - 1));
    }

    @Override
    public int compareTo(Position other) {
        return READING_ORDER.compare(this, other);
    }

    /** {@code file:line:column}, which editors and terminals turn into a link. */
    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
