package io.urania.inventory.ini;

import io.urania.inventory.problem.Position;
import io.urania.inventory.python.Dictionary;
import io.urania.inventory.python.OperationException;
import io.urania.inventory.value.BooleanValue;
import io.urania.inventory.value.DecimalValue;
import io.urania.inventory.value.IntegerValue;
import io.urania.inventory.value.ListValue;
import io.urania.inventory.value.MapValue;
import io.urania.inventory.value.NullValue;
import io.urania.inventory.value.TextValue;
import io.urania.inventory.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value of an INI inventory: what Python's {@code ast.literal_eval} makes of it, or the text itself if that fails. {@code True} is a
 * truth and {@code true} a text; {@code 017} is a text; {@code 1,2} is a list.
 */
public final class PythonLiteral {
    private static final int DEEPEST_NESTING = 100;

    private final PythonTokens tokens;
    private final Position position;
    private @Nullable String refusal;
    private int depth;

    private PythonLiteral(String text, Position position) {
        this.tokens = new PythonTokens(text);
        this.position = position;
    }

    /** Throws IllegalArgumentException, with a message for the reader, for the values that stop Ansible itself. */
    public static Value read(String text, Position position) {
        PythonLiteral literal = new PythonLiteral(text, position);
        try {
            Value value = literal.tuple();
            if (!literal.tokens.isAtEnd()) {
                return new TextValue(text, position);
            }
            if (literal.refusal != null) {
                throw new IllegalArgumentException(literal.refusal);
            }
            return value;
        } catch (NoLiteralException simplyText) {
            return new TextValue(text, position);
        }
    }

    /** One value, or several with commas between. */
    private Value tuple() {
        Value first = value();
        if (tokens.next() != ',') {
            return first;
        }
        List<Value> elements = new ArrayList<>(List.of(first));
        while (tokens.skip(',') && !endsTuple()) {
            elements.add(value());
        }
        return new ListValue(elements, position);
    }

    private boolean endsTuple() {
        return tokens.next() == 0 || tokens.next() == ')';
    }

    private Value value() {
        if (++depth > DEEPEST_NESTING) {
            throw new NoLiteralException();
        }
        char next = tokens.next();
        Value value = switch (next) {
            case '(' -> parenthesis();
            case '[' -> list();
            case '{' -> braces();
            case '+', '-' -> signed();
            default -> {
                if (PythonNumber.beginsWith(next, tokens.ahead(1))) {
                    yield PythonNumber.read(tokens, position);
                }
                yield PythonString.prefix(tokens) >= 0 ? string() : constant();
            }
        };
        depth--;
        return value;
    }

    private Value signed() {
        boolean negative = tokens.take() == '-';
        if (!PythonNumber.beginsWith(tokens.next(), tokens.ahead(1))) {
            throw new NoLiteralException();
        }
        Value number = PythonNumber.read(tokens, position);
        return switch (number) {
            case IntegerValue integer
            when negative -> new IntegerValue(integer.number().negate(), position);
            case DecimalValue decimal when negative -> new DecimalValue(-decimal.number(), position);
            default -> number;
        };
    }

    private Value parenthesis() {
        tokens.take();
        if (tokens.skip(')')) {
            return new ListValue(List.of(), position);
        }
        Value value = tuple();
        tokens.expect(')');
        return value;
    }

    private Value list() {
        tokens.take();
        List<Value> elements = new ArrayList<>();
        while (tokens.next() != ']') {
            elements.add(value());
            if (!tokens.skip(',')) {
                break;
            }
        }
        tokens.expect(']');
        return new ListValue(elements, position);
    }

    private Value braces() {
        tokens.take();
        if (tokens.skip('}')) {
            return new MapValue(Map.of(), position);
        }
        Value first = value();
        if (tokens.next() == ':') {
            return map(first);
        }
        List<Value> elements = new ArrayList<>(List.of(first));
        while (tokens.skip(',') && tokens.next() != '}') {
            elements.add(value());
        }
        tokens.expect('}');
        return set(elements);
    }

    /** What Python goes wrong over only after it has read everything: malformed text further on makes all of it text. */
    private Value set(List<Value> elements) {
        if (elements.stream().allMatch(PythonLiteral::isHashable)) {
            refusal = "braces with values and no keys are a set in Python, which has no order";
        } else {
            refusal = "Python reads the braces as a set of lists or of sets, and Ansible fails";
        }
        return new ListValue(elements, position);
    }

    private Value map(Value firstKey) {
        Dictionary entries = new Dictionary();
        Value key = firstKey;
        while (true) {
            tokens.expect(':');
            Value value = value();
            put(entries, key, value);
            if (!tokens.skip(',') || tokens.next() == '}') {
                break;
            }
            key = value();
        }
        tokens.expect('}');
        return entries.build(position);
    }

    private void put(Dictionary entries, Value key, Value value) {
        try {
            entries.put(key, value);
        } catch (OperationException noKey) {
            refusal = isHashable(key) ? noKey.what() : "a list or a mapping cannot be a key";
        }
    }

    /** Neighbouring strings are one. */
    private Value string() {
        StringBuilder text = new StringBuilder();
        PythonString strings = new PythonString(tokens);
        int prefix = PythonString.prefix(tokens);
        boolean bytes = PythonString.isBytes(tokens, prefix);
        while (prefix >= 0) {
            if (PythonString.isBytes(tokens, prefix) != bytes) {
                throw new NoLiteralException();
            }
            text.append(strings.read(prefix));
            tokens.next();
            prefix = PythonString.prefix(tokens);
        }
        // Ansible does not trust what were bytes to be a template.
        return new TextValue(text.toString(), position, bytes);
    }

    private Value constant() {
        if (tokens.startsWith("...")) {
            tokens.take(3);
            return new TextValue("...", position);
        }
        return switch (tokens.word()) {
            case "True" -> new BooleanValue(true, position);
            case "False" -> new BooleanValue(false, position);
            case "None" -> new NullValue(position);
            default -> throw new NoLiteralException();
        };
    }

    private static boolean isHashable(Value value) {
        return !(value instanceof ListValue || value instanceof MapValue);
    }
}
