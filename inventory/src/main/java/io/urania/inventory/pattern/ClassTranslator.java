package io.urania.inventory.pattern;

import io.urania.inventory.python.OperationException;

/** Sets of characters: {@code [a-z\d]}, and single characters behind a backslash. */
final class ClassTranslator {
    /** What {@code str.isalnum} takes, and the underscore. */
    static final String WORD = "\\p{L}\\p{N}_";

    private static final String SPACE =
            " \\t-\\r\\x1c-\\x1f\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";

    private ClassTranslator() {}

    /** The members of {@code \w}, {@code \d} or {@code \s}, as they stand within brackets. */
    static String members(char kind) {
        return switch (kind) {
            case 'w' -> WORD;
            case 'd' -> "\\p{Nd}";
            default -> SPACE;
        };
    }

    /** Translates the set that starts at an index; gives the index behind it. */
    static int translate(String python, int start, StringBuilder java) {
        int index = start + 1;
        java.append('[');
        if (index < python.length() && python.charAt(index) == '^') {
            java.append('^');
            index++;
        }
        boolean first = true;
        while (true) {
            if (index >= python.length()) {
                throw new OperationException(
                        "'" + python + "' is not a valid regular expression", "']' is missing", "");
            }
            char character = python.charAt(index);
            if (character == ']' && !first) {
                java.append(']');
                return index + 1;
            }
            first = false;
            if (character == '\\' && index + 1 < python.length()) {
                char kind = python.charAt(index + 1);
                switch (kind) {
                    case 'w', 'd', 's' -> {
                        java.append(members(kind));
                        index += 2;
                    }
                    case 'W', 'D', 'S' -> {
                        java.append("[^")
                                .append(members(Character.toLowerCase(kind)))
                                .append(']');
                        index += 2;
                    }
                    case 'b' -> {
                        java.append("\\x08");
                        index += 2;
                    }
                    default -> index = character(python, index, java);
                }
            } else if (character == '-') {
                // A dash at an edge stands for itself, and Java wants to be told.
                boolean last = index + 1 < python.length() && python.charAt(index + 1) == ']';
                boolean opens =
                        java.charAt(java.length() - 1) == '[' || java.toString().endsWith("[^");
                java.append(last || opens ? "\\-" : "-");
                index++;
            } else if ("[]&^~|\\".indexOf(character) >= 0) {
                java.append('\\').append(character);
                index++;
            } else {
                int codePoint = python.codePointAt(index);
                java.appendCodePoint(codePoint);
                index += Character.charCount(codePoint);
            }
        }
    }

    /** Translates a backslash and the character it means; gives the index behind them. */
    static int character(String python, int index, StringBuilder java) {
        int kind = python.codePointAt(index + 1);
        int digits = switch (kind) {
            case 'x' -> 2;
            case 'u' -> 4;
            case 'U' -> 8;
            default -> 0;
        };
        if (digits > 0) {
            String written = python.substring(index + 2, Math.min(python.length(), index + 2 + digits));
            if (written.length() < digits || !written.chars().allMatch(digit -> Character.digit(digit, 16) >= 0)) {
                throw new OperationException(
                        "'" + python + "' is not a valid regular expression", "'\\" + (char) kind + written + "'", "");
            }
            java.append("\\x{").append(written).append('}');
            return index + 2 + digits;
        }
        switch (kind) {
            case 'a' -> java.append("\\x07");
            case 'f' -> java.append("\\x0c");
            case 'n' -> java.append("\\n");
            case 'r' -> java.append("\\r");
            case 't' -> java.append("\\t");
            case 'v' -> java.append("\\x0b");
            default -> {
                boolean letterOrDigit =
                        (kind >= 'a' && kind <= 'z') || (kind >= 'A' && kind <= 'Z') || (kind >= '0' && kind <= '9');
                if (letterOrDigit) {
                    throw new OperationException(
                            "'" + python + "' is not a regular expression that Urania supports",
                            "Python has no '\\" + Character.toString(kind) + "' here",
                            "");
                }
                java.append(kind < 128 ? "\\" : "").appendCodePoint(kind);
            }
        }
        return index + 1 + Character.charCount(kind);
    }
}
