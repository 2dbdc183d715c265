package io.urania.inventory.yaml;

import io.urania.inventory.problem.Position;
import io.urania.inventory.text.SourceText;
import io.urania.inventory.text.UnreadableException;
import io.urania.inventory.text.ValueBudget;
import io.urania.inventory.value.BooleanValue;
import io.urania.inventory.value.DecimalValue;
import io.urania.inventory.value.IntegerValue;
import io.urania.inventory.value.ListValue;
import io.urania.inventory.value.MapValue;
import io.urania.inventory.value.NullValue;
import io.urania.inventory.value.TextValue;
import io.urania.inventory.value.Value;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * JSON as Python's {@code json} reads it, which Ansible tries before YAML: {@code 1e3} is a number here and text there. What is no JSON is
 * left to the YAML reader, which also tells what is wrong with it.
 */
final class JsonText {
    private static final int DEEPEST_NESTING = 200;
    private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][-+]?[0-9]+)?");

    private final Path file;
    private final String text;
    private final ValueBudget budget;
    private int index;
    private int line = 1;
    private int lineStart;
    private int depth;

    /** The text is no JSON. */
    private static final class NoJsonException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private JsonText(SourceText source, ValueBudget budget) {
        this.file = source.file();
        this.text = source.text();
        this.budget = budget;
    }

    static boolean looksLikeJson(SourceText source) {
        String text = source.text();
        int start = 0;
        while (start < text.length() && isBlank(text.charAt(start))) {
            start++;
        }
        return start < text.length() && (text.charAt(start) == '{' || text.charAt(start) == '[');
    }

    /** The value; empty if the text is not JSON through and through. Throws {@link UnreadableException} if it has too many values. */
    static Optional<Value> read(SourceText source, ValueBudget budget) {
        JsonText json = new JsonText(source, budget);
        long before = budget.used();
        try {
            Value value = json.value();
            json.skipBlanks();
            if (json.index != json.text.length()) {
                throw new NoJsonException();
            }
            return Optional.of(value);
        } catch (NoJsonException leftToYaml) {
            budget.backTo(before);
            return Optional.empty();
        }
    }

    private Value value() {
        skipBlanks();
        Position position = new Position(file, line, index - lineStart + 1);
        budget.take(position);
        return switch (peek()) {
            case '{' -> map(position);
            case '[' -> list(position);
            case '"' -> {
                String string = string();
                budget.takeText(string.length(), position);
                yield new TextValue(string, position);
            }
            default -> word(position);
        };
    }

    private MapValue map(Position position) {
        enter();
        Map<String, Value> entries = new LinkedHashMap<>();
        Map<String, Position> places = new LinkedHashMap<>();
        skipBlanks();
        if (peek() != '}') {
            do {
                skipBlanks();
                Position place = new Position(file, line, index - lineStart + 1);
                String key = string();
                skipBlanks();
                expect(':');
                entries.put(key, value());
                places.put(key, place);
                skipBlanks();
            } while (skip(','));
        }
        expect('}');
        depth--;
        return new MapValue(entries, places, position);
    }

    private ListValue list(Position position) {
        enter();
        List<Value> elements = new ArrayList<>();
        skipBlanks();
        if (peek() != ']') {
            do {
                elements.add(value());
                skipBlanks();
            } while (skip(','));
        }
        expect(']');
        depth--;
        return new ListValue(elements, position);
    }

    private void enter() {
        index++;
        if (++depth > DEEPEST_NESTING) {
            throw new NoJsonException();
        }
    }

    private Value word(Position position) {
        int start = index;
        while (index < text.length() && "+-.0123456789aefilnrstuyEIN".indexOf(text.charAt(index)) >= 0) {
            index++;
        }
        String word = text.substring(start, index);
        return switch (word) {
            case "true" -> new BooleanValue(true, position);
            case "false" -> new BooleanValue(false, position);
            case "null" -> new NullValue(position);
            case "NaN" -> new DecimalValue(Double.NaN, position);
            case "Infinity" -> new DecimalValue(Double.POSITIVE_INFINITY, position);
            case "-Infinity" -> new DecimalValue(Double.NEGATIVE_INFINITY, position);
            default -> number(word, position);
        };
    }

    private static Value number(String word, Position position) {
        boolean isNumber = NUMBER.matcher(word).matches();
        if (isNumber && PlainScalar.isWhole(word, word.startsWith("-") ? 1 : 0)) {
            if (word.length() > PlainScalar.MOST_DIGITS) {
                throw new NoJsonException();
            }
            return new IntegerValue(PlainScalar.decimalInteger(word), position);
        }
        if (isNumber) {
            return new DecimalValue(Double.parseDouble(word), position);
        }
        throw new NoJsonException();
    }

    private String string() {
        expect('"');
        StringBuilder result = new StringBuilder();
        while (true) {
            char next = take();
            if (next == '"') {
                return result.toString();
            }
            if (next < ' ') {
                throw new NoJsonException();
            }
            result.append(next == '\\' ? escaped() : next);
        }
    }

    private char escaped() {
        return switch (take()) {
            case '"' -> '"';
            case '\\' -> '\\';
            case '/' -> '/';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw new NoJsonException();
        };
    }

    private char unicode() {
        int code = 0;
        for (int i = 0; i < 4; i++) {
            int digit = Character.digit(take(), 16);
            if (digit < 0) {
                throw new NoJsonException();
            }
            code = code * 16 + digit;
        }
        return (char) code;
    }

    private void skipBlanks() {
        while (index < text.length() && isBlank(text.charAt(index))) {
            if (text.charAt(index) == '\n') {
                line++;
                lineStart = index + 1;
            }
            index++;
        }
    }

    private static boolean isBlank(char character) {
        return character == ' ' || character == '\t' || character == '\n' || character == '\r';
    }

    private char peek() {
        if (index >= text.length()) {
            throw new NoJsonException();
        }
        return text.charAt(index);
    }

    private char take() {
        char next = peek();
        index++;
        return next;
    }

    private boolean skip(char wanted) {
        boolean found = index < text.length() && text.charAt(index) == wanted;
        index += found ? 1 : 0;
        return found;
    }

    private void expect(char wanted) {
        if (!skip(wanted)) {
            throw new NoJsonException();
        }
    }
}
