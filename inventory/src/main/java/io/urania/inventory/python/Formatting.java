package io.urania.inventory.python;

import io.urania.inventory.value.ListValue;
import io.urania.inventory.value.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.IllegalFormatException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Python's two ways to put values into a text. */
public final class Formatting {
    private static final Pattern CONVERSION =
            Pattern.compile("%([-+ 0#]*)([0-9]{0,4})((?:\\.[0-9]{1,4})?)(.)", Pattern.DOTALL);
    private static final Pattern FIELD = Pattern.compile("\\{\\{|}}|\\{([0-9]*)}|[{}]");

    private Formatting() {}

    /** {@code format % arguments}: a list gives one value for each conversion. Conversions: s r d i x X o e f %. */
    public static String percent(String format, Value arguments) {
        List<Value> values = arguments instanceof ListValue list ? list.elements() : List.of(arguments);
        Matcher matcher = CONVERSION.matcher(format);
        StringBuilder result = new StringBuilder();
        int used = 0;
        while (matcher.find()) {
            String conversion = matcher.group(4);
            if (conversion.equals("%")) {
                matcher.appendReplacement(result, "%");
                continue;
            }
            if (used >= values.size()) {
                throw new OperationException("'" + format + "' wants more values than it is given", "", "");
            }
            matcher.appendReplacement(result, Matcher.quoteReplacement(converted(matcher, values.get(used))));
            used++;
        }
        matcher.appendTail(result);
        if (used < values.size()) {
            throw new OperationException("'" + format + "' wants fewer values than it is given", "", "");
        }
        return result.toString();
    }

    /** {@code format.format(arguments)} with {@code {}} and {@code {0}}; format specifications are refused. */
    public static String braces(String format, List<Value> arguments) {
        Matcher matcher = FIELD.matcher(format);
        StringBuilder result = new StringBuilder();
        int automatic = 0;
        while (matcher.find()) {
            String replacement = switch (matcher.group()) {
                case "{{" -> "{";
                case "}}" -> "}";
                case "{", "}" ->
                    throw new OperationException(
                            "'" + format + "' uses more of format() than Urania knows",
                            "fields are {} or {0}",
                            "join the values with ~ instead");
                default -> {
                    String index = matcher.group(1);
                    int number = index.isEmpty() ? automatic++ : Integer.parseInt(index);
                    if (number >= arguments.size()) {
                        throw new OperationException("'" + format + "' wants more values than it is given", "", "");
                    }
                    yield Display.text(arguments.get(number));
                }
            };
            matcher.appendReplacement(result, Matcher.quoteReplacement(replacement));
        }
        return matcher.appendTail(result).toString();
    }

    private static String converted(Matcher matcher, Value value) {
        String flags = matcher.group(1);
        String width = matcher.group(2);
        String precision = matcher.group(3);
        String conversion = matcher.group(4);
        try {
            return switch (conversion) {
                case "s" ->
                    String.format(
                            Locale.ROOT, "%" + flags.replace("0", "") + width + precision + "s", Display.text(value));
                case "r" ->
                    String.format(
                            Locale.ROOT,
                            "%" + flags.replace("0", "") + width + precision + "s",
                            Display.representation(value));
                case "d", "i" -> String.format(Locale.ROOT, "%" + flags + width + "d", whole(value));
                case "x", "X", "o" -> String.format(Locale.ROOT, "%" + flags + width + conversion, whole(value));
                case "f", "e" ->
                    String.format(
                            Locale.ROOT,
                            "%" + flags + width + precision + conversion,
                            Numbers.decimal(value)
                                    .orElseThrow(() -> new OperationException(
                                            "'" + conversion + "' in a format wants a number, not " + value.type(),
                                            "",
                                            "")));
                default -> throw new OperationException("unknown conversion '%" + conversion + "' in a format", "", "");
            };
        } catch (IllegalFormatException wrong) {
            throw new OperationException(
                    "'" + matcher.group() + "' is no format", String.valueOf(wrong.getMessage()), "");
        }
    }

    private static BigInteger whole(Value value) {
        return Numbers.integer(value)
                .or(() -> Numbers.decimal(value).map(number -> new BigDecimal(number).toBigInteger()))
                .orElseThrow(() -> new OperationException("a format wants a number, not " + value.type(), "", ""));
    }
}
