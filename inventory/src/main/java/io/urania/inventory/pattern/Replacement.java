package io.urania.inventory.pattern;

import io.urania.inventory.python.Bounds;
import io.urania.inventory.python.OperationException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;

/** What Python's {@code re.sub} puts in place of a match: text with {@code \1}, {@code \g<1>} and {@code \g<name>}. */
public final class Replacement {
    private sealed interface Piece {}

    private record Literal(String text) implements Piece {}

    private record Group(int number) implements Piece {}

    private final PythonPattern pattern;
    private final List<Piece> pieces = new ArrayList<>();

    private Replacement(PythonPattern pattern) {
        this.pattern = pattern;
    }

    public static Replacement parse(String written, PythonPattern pattern) {
        Replacement replacement = new Replacement(pattern);
        replacement.read(written);
        return replacement;
    }

    /** The text with its first matches replaced; with all of them if the limit is 0. */
    public String replace(String text, int limit) {
        return replace(text, limit, new int[1]);
    }

    /**
     * The text with its matches replaced.
     *
     * @param count receives the number of matches at its first index
     */
    public String replace(String text, int limit, int[] count) {
        return pattern.match(text, matcher -> {
            StringBuilder result = new StringBuilder();
            int from = 0;
            while ((limit <= 0 || count[0] < limit) && matcher.find()) {
                result.append(text, from, matcher.start());
                pieces.forEach(piece -> result.append(shown(piece, matcher)));
                Bounds.check(result.length(), "regex_replace");
                from = matcher.end();
                count[0]++;
            }
            return result.append(text, from, text.length()).toString();
        });
    }

    private static String shown(Piece piece, Matcher matcher) {
        return switch (piece) {
            case Literal literal -> literal.text();
            case Group group -> {
                String text = matcher.group(group.number());
                yield text == null ? "" : text;
            }
        };
    }

    private void read(String written) {
        int index = 0;
        while (index < written.length()) {
            char character = written.charAt(index);
            char next = index + 1 < written.length() ? written.charAt(index + 1) : 0;
            if (character != '\\') {
                pieces.add(new Literal(String.valueOf(character)));
                index++;
            } else if (next >= '1' && next <= '9') {
                boolean two = index + 2 < written.length() && Character.digit(written.charAt(index + 2), 10) >= 0;
                boolean three =
                        two && index + 3 < written.length() && Character.digit(written.charAt(index + 3), 8) >= 0;
                if (three) {
                    throw wrong(written, "octal escapes are not supported");
                }
                addGroup(written.substring(index + 1, index + (two ? 3 : 2)), written);
                index += two ? 3 : 2;
            } else if (next == 'g' && written.startsWith("<", index + 2) && written.indexOf('>', index) > 0) {
                int end = written.indexOf('>', index);
                addGroup(written.substring(index + 3, end), written);
                index = end + 1;
            } else {
                pieces.add(new Literal(escaped(next, written)));
                index += 2;
            }
        }
    }

    private void addGroup(String numberOrName, String written) {
        pieces.add(new Group(pattern.group(numberOrName)
                .orElseThrow(() -> wrong(written, "the pattern has no group '" + numberOrName + "'"))));
    }

    private static String escaped(char kind, String written) {
        return switch (kind) {
            case 'a' -> "\u0007";
            case 'b' -> "\b";
            case 'f' -> "\f";
            case 'n' -> "\n";
            case 'r' -> "\r";
            case 't' -> "\t";
            case 'v' -> "\u000b";
            case '\\' -> "\\";
            default -> {
                if (kind == 0 || (kind < 128 && Character.isLetterOrDigit(kind))) {
                    throw wrong(written, kind == 0 ? "it ends with a backslash" : "it has '\\" + kind + "'");
                }
                yield "\\" + kind;
            }
        };
    }

    private static OperationException wrong(String written, String why) {
        return new OperationException("'" + written + "' is not a valid replacement", why, "");
    }
}
