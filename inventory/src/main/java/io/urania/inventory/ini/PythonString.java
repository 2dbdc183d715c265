package io.urania.inventory.ini;

import java.util.Locale;

/** Python's strings (The Python Language Reference, §2.5): three kinds of quotes, prefixes, escapes. */
final class PythonString {
    private final PythonTokens tokens;

    PythonString(PythonTokens tokens) {
        this.tokens = tokens;
    }

    /** How many letters of prefix stand before a quote here; -1 if no string begins here. */
    static int prefix(PythonTokens tokens) {
        for (int length = 0; length <= 2; length++) {
            char next = tokens.ahead(length);
            if (next == '\'' || next == '"') {
                return length;
            }
            if ("rRbBuU".indexOf(next) < 0 || next == 0) {
                return -1;
            }
        }
        return -1;
    }

    /** Whether the prefix that begins here makes bytes of the string. */
    static boolean isBytes(PythonTokens tokens, int prefixLength) {
        for (int i = 0; i < prefixLength; i++) {
            if (tokens.ahead(i) == 'b' || tokens.ahead(i) == 'B') {
                return true;
            }
        }
        return false;
    }

    /**
     * Takes one string.
     *
     * @param prefixLength what {@link #prefix} found
     */
    String read(int prefixLength) {
        String prefix = tokens.take(prefixLength).toLowerCase(Locale.ROOT);
        boolean known = switch (prefix) {
            case "", "r", "b", "u", "br", "rb" -> true;
            default -> false;
        };
        if (!known) {
            throw new NoLiteralException();
        }
        boolean raw = prefix.contains("r");
        boolean bytes = prefix.contains("b");
        String quote = tokens.startsWith("'''") || tokens.startsWith("\"\"\"") ? tokens.take(3) : tokens.take(1);
        StringBuilder result = new StringBuilder();
        while (!tokens.startsWith(quote)) {
            char next = tokens.take();
            if (bytes && next > 127) {
                throw new NoLiteralException();
            }
            if (next != '\\') {
                result.append(next);
            } else if (raw) {
                result.append(next).append(tokens.take());
            } else {
                escape(result, bytes);
            }
        }
        tokens.take(quote.length());
        return result.toString();
    }

    private void escape(StringBuilder result, boolean bytes) {
        char next = tokens.take();
        switch (next) {
            case '\\', '\'', '"' -> result.append(next);
            case 'a' -> result.append('\u0007');
            case 'b' -> result.append('\b');
            case 'f' -> result.append('\f');
            case 'n' -> result.append('\n');
            case 'r' -> result.append('\r');
            case 't' -> result.append('\t');
            case 'v' -> result.append('\u000B');
            case 'x' -> code(result, 2, bytes);
            case '0', '1', '2', '3', '4', '5', '6', '7' -> octal(result, next, bytes);
            case 'u' -> unicode(result, 4, bytes, next);
            case 'U' -> unicode(result, 8, bytes, next);
            case 'N' -> throw new NoLiteralException();
            default -> result.append('\\').append(next);
        }
    }

    private void unicode(StringBuilder result, int digits, boolean bytes, char letter) {
        if (bytes) {
            result.append('\\').append(letter);
        } else {
            code(result, digits, false);
        }
    }

    private void code(StringBuilder result, int digits, boolean bytes) {
        long code = 0;
        for (int i = 0; i < digits; i++) {
            int digit = Character.digit(tokens.take(), 16);
            if (digit < 0) {
                throw new NoLiteralException();
            }
            code = code * 16 + digit;
        }
        append(result, code, bytes);
    }

    private void octal(StringBuilder result, char first, boolean bytes) {
        int code = first - '0';
        for (int i = 0; i < 2 && tokens.here() >= '0' && tokens.here() <= '7'; i++) {
            code = code * 8 + (tokens.take() - '0');
        }
        append(result, code, bytes);
    }

    private static void append(StringBuilder result, long code, boolean bytes) {
        if (code > Character.MAX_CODE_POINT || (bytes && code > 127)) {
            throw new NoLiteralException();
        }
        result.appendCodePoint((int) code);
    }
}
