package io.urania.inventory.yaml;

/** The lines of a text that hold something, one after the other: blank ones and comments are passed over. */
final class BlockLines {
    private final String text;
    private int number;
    private int lineStart;
    private int start;
    private int end = -1;

    /** Stands on the first line that holds something, or at the end. */
    BlockLines(String text) {
        this.text = text;
        advance();
    }

    /**
     * Whether a text is made of what every YAML reader takes alike and counts alike: no tabs, no line breaks but newlines, nothing that
     * does not print or takes two {@code char}s.
     */
    static boolean areIn(String text) {
        for (int i = 0; i < text.length(); i++) {
            char next = text.charAt(i);
            boolean printable = (next >= ' ' && next < 0x7f) || next == '\n' || (next >= 0xa0 && isPrintable(next));
            if (!printable) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPrintable(char next) {
        return !Character.isSurrogate(next)
                && next != '\u2028'
                && next != '\u2029'
                && next != '\ufeff'
                && next < '\ufffe';
    }

    /** Whether there is a line; the other methods want one. */
    boolean isThere() {
        return start < text.length();
    }

    /** Goes on to the next line that holds something. */
    void advance() {
        do {
            lineStart = end + 1;
            number++;
            end = text.indexOf('\n', lineStart);
            end = end < 0 ? text.length() : end;
            start = lineStart;
            while (start < end && text.charAt(start) == ' ') {
                start++;
            }
        } while (end < text.length() && (start == end || text.charAt(start) == '#'));
        if (start < text.length() && text.charAt(start) == '#') {
            start = text.length();
        }
    }

    /** Goes on to what stands at an index of the same line, as if the line began there. */
    void enter(int index) {
        start = index;
    }

    /** The index of the first character that is no space. */
    int start() {
        return start;
    }

    /** The index behind the last character. */
    int end() {
        return end;
    }

    /** How many characters stand before the first that is no space, or before what was entered. */
    int indentation() {
        return start - lineStart;
    }

    /** Counted from 1. */
    int number() {
        return number;
    }

    /** The column of an index in this line, counted from 1. */
    int column(int index) {
        return index - lineStart + 1;
    }

    /** Whether the rest of the line, from an index on, is exactly one character, with a space or the end behind it. */
    boolean isMark(char mark, int index) {
        return text.charAt(index) == mark && (index + 1 == end || text.charAt(index + 1) == ' ');
    }
}
