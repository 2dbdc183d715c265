package io.urania.engine.resource.file;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A text of which some lines are Urania's, each block of them between two marker lines. A marker line without its partner belongs to
 * others.
 *
 * @param before lines of others, up to the first block
 * @param after lines of others, behind it
 * @param blocks the lines of each block, without its markers
 */
public record MarkedLines(String before, String after, List<String> blocks) {

    private static final String BEGIN = "# BEGIN urania\n";
    private static final String END = "# END urania\n";
    private static final Pattern LINE_ENDS = Pattern.compile("(?<=\n)");

    public MarkedLines {
        blocks = List.copyOf(blocks);
    }

    /** Takes a text apart. */
    public static MarkedLines in(String text) {
        StringBuilder before = new StringBuilder();
        StringBuilder after = new StringBuilder();
        StringBuilder open = new StringBuilder();
        List<String> blocks = new ArrayList<>();
        for (String line : LINE_ENDS.split(text, -1)) {
            StringBuilder others = blocks.isEmpty() ? before : after;
            if (line.equals(BEGIN)) {
                others.append(open);
                open.setLength(0);
                open.append(line);
            } else if (open.isEmpty()) {
                others.append(line);
            } else if (line.equals(END)) {
                blocks.add(open.substring(BEGIN.length()));
                open.setLength(0);
            } else {
                open.append(line);
            }
        }
        (blocks.isEmpty() ? before : after).append(open);
        return new MarkedLines(before.toString(), after.toString(), blocks);
    }

    /** A block with its markers, as it stands in a file; nothing for no lines. */
    public static String block(String lines) {
        return lines.isEmpty() ? "" : BEGIN + lines + END;
    }

    /** Whether any of the lines are Urania's. */
    public boolean isMarked() {
        return !blocks.isEmpty();
    }

    /** The lines of others. */
    public String others() {
        return before + after;
    }

    /** The text with one block, where the first one stood, else at the end. */
    public String with(String lines) {
        return lines.isEmpty() ? others() : ended(before) + block(lines) + after;
    }

    /** A text whose last line is ended, so that another one can follow. */
    public static String ended(String text) {
        return text.isEmpty() || text.endsWith("\n") ? text : text + "\n";
    }
}
