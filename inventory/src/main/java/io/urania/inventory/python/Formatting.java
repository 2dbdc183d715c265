package io.urania.inventory.python;

import io.urania.inventory.value.ListValue;
import io.urania.inventory.value.MapValue;
import io.urania.inventory.value.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.IllegalFormatException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Python's {@code %}: values in a text. {@link FieldFormatting} is the other way. */
public final class Formatting {
    private static final Pattern CONVERSION =
            Pattern.compile("%(?:\\(([^()]*)\\))?([-+ 0#]*)([0-9]{0,4})((?:\\.[0-9]{1,4})?)(.?)", Pattern.DOTALL);

    private Formatting() {}

    /** {@code format % arguments}: a tuple gives a value for each conversion, a mapping those with names. Conversions: s r d i x X o e f %. */
    public static String percent(String format, Value arguments) {
        List<Value> values = arguments instanceof ListValue list && list.kind() == ListValue.Kind.TUPLE
                ? list.elements()
                : List.of(arguments);
        Matcher matcher = CONVERSION.matcher(format);
        StringBuilder result = new StringBuilder();
        int used = 0;
        while (matcher.find()) {
            String name = matcher.group(1);
            if (name == null && matcher.group(5).equals("%")) {
                matcher.appendReplacement(result, "%");
                continue;
            }
            Value value;
            if (name != null) {
                value = named(name, arguments);
            } else if (used < values.size()) {
                value = values.get(used);
                used++;
            } else {
                throw new OperationException("'" + format + "' requires more values than it gets", "", "");
            }
            matcher.appendReplacement(result, Matcher.quoteReplacement(converted(matcher, value)));
            Bounds.check(result.length(), "%");
        }
        matcher.appendTail(result);
        if (used < values.size() && !(arguments instanceof MapValue)) {
            throw new OperationException("'" + format + "' requires fewer values than it gets", "", "");
        }
        return result.toString();
    }

    private static Value named(String name, Value arguments) {
        if (arguments instanceof MapValue map) {
            return map.get(name)
                    .orElseThrow(() -> new OperationException("the format requires a value '" + name + "'", "", ""));
        }
        throw new OperationException("the format requires a mapping with '" + name + "'", "", "");
    }

    private static String converted(Matcher matcher, Value value) {
        String flags = matcher.group(2);
        String width = matcher.group(3);
        String precision = matcher.group(4);
        String conversion = matcher.group(5);
        try {
            return switch (conversion) {
                case "s" -> padded(Display.text(value), flags, width, precision);
                case "r" -> padded(Display.representation(value), flags, width, precision);
                case "d", "i" -> String.format(Locale.ROOT, "%" + flags + width + "d", whole(value));
                case "x", "X", "o" -> String.format(Locale.ROOT, "%" + flags + width + conversion, whole(value));
                case "f", "e" ->
                    String.format(
                            Locale.ROOT,
                            "%" + flags + width + precision + conversion,
                            Numbers.decimal(value)
                                    .orElseThrow(() -> new OperationException(
                                            "'" + conversion + "' in a format expects a number, not " + value.type(),
                                            "",
                                            "")));
                default -> throw new OperationException("unknown conversion '%" + conversion + "' in a format", "", "");
            };
        } catch (IllegalFormatException wrong) {
            throw new OperationException(
                    "'" + matcher.group() + "' is not a valid format", String.valueOf(wrong.getMessage()), "");
        }
    }

    /** A text cut to a precision and filled up to a width, both in code points. */
    private static String padded(String text, String flags, String width, String precision) {
        int[] characters = text.codePoints().toArray();
        int length = precision.isEmpty()
                ? characters.length
                : Math.min(characters.length, Integer.parseInt(precision.substring(1)));
        String cut = new String(characters, 0, length);
        String space = " ".repeat(Math.max(0, (width.isEmpty() ? 0 : Integer.parseInt(width)) - length));
        return flags.contains("-") ? cut + space : space + cut;
    }

    private static BigInteger whole(Value value) {
        return Numbers.integer(value)
                .or(() -> Numbers.decimal(value).map(number -> new BigDecimal(number).toBigInteger()))
                .orElseThrow(() -> new OperationException("a format expects a number, not " + value.type(), "", ""));
    }
}
