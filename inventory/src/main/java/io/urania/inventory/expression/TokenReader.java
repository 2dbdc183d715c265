package io.urania.inventory.expression;

import io.urania.inventory.expression.Token.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Splits what is between two delimiters into tokens. */
final class TokenReader {
    private static final List<String> LONG_OPERATORS = List.of("==", "!=", ">=", "<=", "//", "**");
    private static final String SHORT_OPERATORS = "+-/*%~[](){}><=.:|,;";

    private final TemplateText template;
    private final String text;
    private final String closing;
    private final List<Token> tokens = new ArrayList<>();
    private final Deque<Character> open = new ArrayDeque<>();
    private int index;

    private TokenReader(TemplateText template, int start, String closing) {
        this.template = template;
        this.text = template.text();
        this.closing = closing;
        this.index = start;
    }

    /** The tokens with an END, which stands where the closing delimiter, or the {@code -} or {@code +} before it, does. */
    static List<Token> read(TemplateText template, int start, String closing) {
        TokenReader reader = new TokenReader(template, start, closing);
        reader.readAll();
        return List.copyOf(reader.tokens);
    }

    private void readAll() {
        while (true) {
            while (index < text.length() && Character.isWhitespace(text.charAt(index))) {
                index++;
            }
            if (index >= text.length()) {
                int start = tokens.isEmpty() ? text.length() : tokens.getFirst().offset();
                throw template.failure(start, "'" + closing + "' is missing", "the template ends before it", "add it");
            }
            if (open.isEmpty() && atEnd()) {
                tokens.add(new Token(Kind.END, closing, index));
                return;
            }
            readToken();
        }
    }

    private boolean atEnd() {
        if (text.startsWith(closing, index)) {
            return true;
        }
        char sign = text.charAt(index);
        return (sign == '-' || sign == '+') && text.startsWith(closing, index + 1);
    }

    private void readToken() {
        char first = text.charAt(index);
        if (first == '\'' || first == '"') {
            readString(first);
        } else if (first >= '0' && first <= '9') {
            readNumber();
        } else if (Character.isUnicodeIdentifierStart(first) || first == '_') {
            int start = index;
            while (index < text.length() && isNamePart(text.charAt(index))) {
                index++;
            }
            tokens.add(new Token(Kind.NAME, text.substring(start, index), start));
        } else {
            readOperator(first);
        }
    }

    private void readString(char quote) {
        int start = index;
        for (index++; index < text.length() && text.charAt(index) != quote; index++) {
            if (text.charAt(index) == '\\') {
                index++;
            }
        }
        if (index >= text.length()) {
            throw template.failure(start, "a quote is never closed", "", "close it with " + quote);
        }
        index++;
        tokens.add(new Token(Kind.STRING, text.substring(start + 1, index - 1), start));
    }

    private void readNumber() {
        int start = index;
        boolean afterDot = start > 0 && text.charAt(start - 1) == '.';
        boolean prefixed =
                text.charAt(index) == '0' && index + 1 < text.length() && "xXoObB".indexOf(text.charAt(index + 1)) >= 0;
        if (prefixed) {
            index += 2;
            while (index < text.length()
                    && (Character.digit(text.charAt(index), 16) >= 0 || text.charAt(index) == '_')) {
                index++;
            }
            tokens.add(new Token(Kind.INTEGER, text.substring(start, index), start));
            return;
        }
        skipDigits();
        boolean decimal = false;
        if (!afterDot && digitAt(index + 1) && text.charAt(index) == '.') {
            decimal = true;
            index++;
            skipDigits();
        }
        if (!afterDot && index < text.length() && (text.charAt(index) == 'e' || text.charAt(index) == 'E')) {
            int sign = index + 1 < text.length() && "+-".indexOf(text.charAt(index + 1)) >= 0 ? 1 : 0;
            if (digitAt(index + 1 + sign)) {
                decimal = true;
                index += 1 + sign;
                skipDigits();
            }
        }
        if (index < text.length() && isNamePart(text.charAt(index))) {
            throw template.failure(start, "a name cannot start with a digit", "", "quote it if it is text");
        }
        String digits = text.substring(start, index);
        if (!decimal && digits.startsWith("0") && digits.chars().anyMatch(digit -> digit != '0' && digit != '_')) {
            throw template.failure(
                    start, "a number cannot start with 0", "", "write 0o" + digits.substring(1) + " if it is octal");
        }
        tokens.add(new Token(decimal ? Kind.DECIMAL : Kind.INTEGER, text.substring(start, index), start));
    }

    private void readOperator(char first) {
        int start = index;
        for (String operator : LONG_OPERATORS) {
            if (text.startsWith(operator, index)) {
                index += operator.length();
                tokens.add(new Token(Kind.OPERATOR, operator, start));
                return;
            }
        }
        if (SHORT_OPERATORS.indexOf(first) < 0) {
            throw template.failure(start, "'" + first + "' has no meaning in an expression", "", "quote text");
        }
        balance(first);
        index++;
        tokens.add(new Token(Kind.OPERATOR, String.valueOf(first), start));
    }

    private void balance(char bracket) {
        switch (bracket) {
            case '(' -> open.push(')');
            case '[' -> open.push(']');
            case '{' -> open.push('}');
            case ')', ']', '}' -> {
                if (open.isEmpty()) {
                    throw template.failure(index, "'" + bracket + "' has nothing to close", "", "remove it");
                }
                char expected = open.pop();
                if (expected != bracket) {
                    throw template.failure(
                            index,
                            "'" + bracket + "' stands where '" + expected + "' is needed",
                            "",
                            "close the bracket");
                }
            }
            default -> {}
        }
    }

    private void skipDigits() {
        while (digitAt(index) || (index < text.length() && text.charAt(index) == '_' && digitAt(index + 1))) {
            index++;
        }
    }

    private boolean digitAt(int position) {
        return position < text.length() && text.charAt(position) >= '0' && text.charAt(position) <= '9';
    }

    private static boolean isNamePart(char character) {
        return character == '_'
                || (Character.isUnicodeIdentifierPart(character) && !Character.isIdentifierIgnorable(character));
    }
}
