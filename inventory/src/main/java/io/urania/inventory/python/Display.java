package io.urania.inventory.python;

import io.urania.inventory.value.BooleanValue;
import io.urania.inventory.value.DecimalValue;
import io.urania.inventory.value.EncryptedValue;
import io.urania.inventory.value.IntegerValue;
import io.urania.inventory.value.ListValue;
import io.urania.inventory.value.MapValue;
import io.urania.inventory.value.NullValue;
import io.urania.inventory.value.TextValue;
import io.urania.inventory.value.TimestampValue;
import io.urania.inventory.value.Value;
import java.math.BigDecimal;
import java.util.stream.Collectors;

/** Values as Python writes them: {@code str()} and {@code repr()}. */
public final class Display {
    private Display() {}

    /** Python's {@code str()}: {@code True}, {@code None}, {@code [1, 'a']}. */
    public static String text(Value value) {
        return value instanceof TextValue text ? text.text() : representation(value);
    }

    /** Python's {@code repr()}: texts in quotes. */
    public static String representation(Value value) {
        return switch (value) {
            case TextValue text -> quoted(text.text());
            case IntegerValue integer -> integer.number().toString();
            case DecimalValue decimal -> decimal(decimal.number());
            case BooleanValue truth -> truth.truth() ? "True" : "False";
            case NullValue _ -> "None";
            case TimestampValue timestamp -> timestamp.text();
            case EncryptedValue encrypted -> encrypted.ciphertext();
            case ListValue list -> list(list);
            case MapValue map ->
                map.entries().entrySet().stream()
                        .map(entry -> representation(map.key(entry.getKey())) + ": " + representation(entry.getValue()))
                        .collect(Collectors.joining(", ", "{", "}"));
        };
    }

    private static String list(ListValue list) {
        String elements = list.elements().stream().map(Display::representation).collect(Collectors.joining(", "));
        return switch (list.kind()) {
            case LIST -> "[" + elements + "]";
            case TUPLE -> "(" + elements + (list.elements().size() == 1 ? ",)" : ")");
            case RANGE ->
                throw new OperationException("a range is not text", "", "convert it to a list first: range(…) | list");
        };
    }

    /** The shortest digits that give the same number again, with an exponent from 1e16 on and below 0.0001. */
    public static String decimal(double number) {
        if (Double.isNaN(number)) {
            return "nan";
        }
        if (Double.isInfinite(number)) {
            return number > 0 ? "inf" : "-inf";
        }
        if (number == 0) {
            return 1 / number < 0 ? "-0.0" : "0.0";
        }
        BigDecimal exact = new BigDecimal(Double.toString(number)).stripTrailingZeros();
        int exponent = exact.precision() - exact.scale() - 1;
        if (exponent >= -4 && exponent < 16) {
            String plain = exact.toPlainString();
            return plain.indexOf('.') < 0 ? plain + ".0" : plain;
        }
        String digits = exact.unscaledValue().abs().toString();
        String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
        String size = Math.abs(exponent) < 10 ? "0" + Math.abs(exponent) : Integer.toString(Math.abs(exponent));
        return (number < 0 ? "-" : "") + mantissa + (exponent < 0 ? "e-" : "e+") + size;
    }

    private static String quoted(String text) {
        char quote = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
        StringBuilder result = new StringBuilder(text.length() + 2).append(quote);
        text.codePoints().forEach(character -> {
            switch (character) {
                case '\\' -> result.append("\\\\");
                case '\n' -> result.append("\\n");
                case '\r' -> result.append("\\r");
                case '\t' -> result.append("\\t");
                default -> {
                    if (character == quote) {
                        result.append('\\').append(quote);
                    } else if (character < 0x20 || character == 0x7f) {
                        result.append(String.format("\\x%02x", character));
                    } else {
                        result.appendCodePoint(character);
                    }
                }
            }
        });
        return result.append(quote).toString();
    }
}
