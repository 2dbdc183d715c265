package io.urania.inventory.expression;

import io.urania.inventory.file.RegularFile;
import io.urania.inventory.problem.Position;
import io.urania.inventory.problem.Problem;
import io.urania.inventory.value.TextValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A template and the place its text comes from. */
public record TemplateText(TextValue value) {
    /** As large as what was read. */
    private static final int LARGEST_FILE = 32 * 1024 * 1024;

    /** Whether a text can hold a template at all. */
    public static boolean isTemplate(TextValue value) {
        String text = value.text();
        int brace = value.literal() ? -1 : text.indexOf('{');
        while (brace >= 0 && brace + 1 < text.length()) {
            char next = text.charAt(brace + 1);
            if (next == '{' || next == '%' || next == '#') {
                return true;
            }
            brace = text.indexOf('{', brace + 1);
        }
        return false;
    }

    public String text() {
        return value.text();
    }

    /** A failure at a character of the template. */
    public TemplateException failure(int offset, String what, String why, String remedy) {
        return new TemplateException(Problem.error(at(offset), what, why, remedy));
    }

    /**
     * Where a character of the template stands in the file. YAML folds lines and drops indentation and escapes, so the file is read once
     * more and both texts are walked side by side; if they do not match, the place is that of the whole value.
     */
    public Position at(int offset) {
        Position start = value.position();
        String source;
        try {
            source = new String(RegularFile.read(start.file(), LARGEST_FILE), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            // The file has changed since: the place of the whole value is still right.
            return start;
        }
        int index = place(source, start);
        index = skipToContent(source, index);
        String text = value.text();
        for (int i = 0; i < Math.min(offset, text.length()); i++) {
            if (!Character.isWhitespace(text.charAt(i))) {
                index = find(source, index, text.charAt(i)) + 1;
                if (index == 0) {
                    return start;
                }
            }
        }
        if (offset < text.length() && !Character.isWhitespace(text.charAt(offset))) {
            index = find(source, index, text.charAt(offset));
        }
        return index < 0 ? start : position(start, source, Math.min(index, source.length()));
    }

    private static Position position(Position start, String source, int index) {
        int line = 1;
        int startOfLine = 0;
        for (int i = 0; i < index; i++) {
            if (source.charAt(i) == '\n') {
                line++;
                startOfLine = i + 1;
            }
        }
        return new Position(start.file(), line, source.codePointCount(startOfLine, index) + 1);
    }

    /** Columns count characters, and a character beyond U+FFFF is two in a Java text. */
    private static int place(String source, Position position) {
        int index = startOfLine(source, position.line());
        int most = source.codePointCount(index, source.length());
        return source.offsetByCodePoints(index, Math.min(position.column() - 1, most));
    }

    private static int startOfLine(String source, int line) {
        int index = 0;
        for (int i = 1; i < line; i++) {
            index = source.indexOf('\n', index) + 1;
        }
        return index;
    }

    /** Past a block scalar's header such as {@code >-} or an opening quote. */
    private static int skipToContent(String source, int index) {
        if (index >= source.length()) {
            return source.length();
        }
        return switch (source.charAt(index)) {
            case '|', '>' -> source.indexOf('\n', index) + 1;
            case '"', '\'' -> index + 1;
            default -> index;
        };
    }

    /** The next place of a character, with nothing but whitespace and escapes before it; -1 if there is none. */
    private static int find(String source, int from, char wanted) {
        int index = from;
        while (index < source.length() && source.charAt(index) != wanted) {
            char between = source.charAt(index);
            if (!Character.isWhitespace(between) && between != '\\' && between != '\'') {
                return -1;
            }
            index++;
        }
        return index < source.length() ? index : -1;
    }
}
