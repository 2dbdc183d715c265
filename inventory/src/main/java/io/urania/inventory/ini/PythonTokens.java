package io.urania.inventory.ini;

/** The characters of a Python literal, one at a time. */
final class PythonTokens {
    private final String text;
    private int index;

    PythonTokens(String text) {
        this.text = text;
    }

    /** Past blanks, tabs and a comment; what follows, or 0 at the end. */
    char next() {
        while (index < text.length()
                && (text.charAt(index) == ' ' || text.charAt(index) == '\t' || text.charAt(index) == '\f')) {
            index++;
        }
        if (index < text.length() && text.charAt(index) == '#') {
            index = text.length();
        }
        return here();
    }

    char here() {
        return index < text.length() ? text.charAt(index) : 0;
    }

    /** The character {@code distance} further on, or 0 behind the end; one already taken if negative. */
    char ahead(int distance) {
        return index + distance < text.length() ? text.charAt(index + distance) : 0;
    }

    boolean startsWith(String wanted) {
        return text.startsWith(wanted, index);
    }

    char take() {
        if (index >= text.length()) {
            throw new NoLiteralException();
        }
        return text.charAt(index++);
    }

    String take(int length) {
        if (index + length > text.length()) {
            throw new NoLiteralException();
        }
        index += length;
        return text.substring(index - length, index);
    }

    boolean skip(char wanted) {
        boolean found = next() == wanted;
        index += found ? 1 : 0;
        return found;
    }

    void expect(char wanted) {
        if (!skip(wanted)) {
            throw new NoLiteralException();
        }
    }

    boolean isAtEnd() {
        return next() == 0 && index >= text.length();
    }

    /** The longest run of letters, digits and underscores from here. */
    String word() {
        int start = index;
        while (index < text.length() && (Character.isLetterOrDigit(text.charAt(index)) || text.charAt(index) == '_')) {
            index++;
        }
        return text.substring(start, index);
    }

    int mark() {
        return index;
    }

    /** Whether what begins at a mark has the prefix of hexadecimal digits. */
    boolean isHexadecimal(int mark) {
        return text.regionMatches(true, mark, "0x", 0, 2);
    }

    String since(int mark) {
        return text.substring(mark, index);
    }

    void backTo(int mark) {
        index = mark;
    }
}
