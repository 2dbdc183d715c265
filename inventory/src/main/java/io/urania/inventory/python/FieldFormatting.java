package io.urania.inventory.python;

import io.urania.inventory.value.BooleanValue;
import io.urania.inventory.value.DecimalValue;
import io.urania.inventory.value.IntegerValue;
import io.urania.inventory.value.TextValue;
import io.urania.inventory.value.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Python's {@code str.format}: fields {@code {}}, {@code {0}}, {@code {name}} with {@code !r}, {@code !s} and a specification. */
public final class FieldFormatting {
    private static final Pattern FIELD =
            Pattern.compile("\\{\\{|}}|\\{([0-9]{0,4}|[A-Za-z_][A-Za-z_0-9]*)(![rs])?(?::([^{}]*))?}|[{}]");
    private static final Pattern SPECIFICATION =
            Pattern.compile("(?:(.)?([<>^=]))?([-+ ])?(0)?([0-9]{1,4})?([,_])?(?:\\.([0-9]{1,4}))?([sdxXobfF%])?");

    private FieldFormatting() {}

    /** Fields that name attributes or elements, and other types than s d x X o b f F %, are refused. */
    public static String format(String format, List<Value> positional, Map<String, Value> named) {
        Matcher matcher = FIELD.matcher(format);
        StringBuilder result = new StringBuilder();
        int automatic = 0;
        boolean numbered = false;
        while (matcher.find()) {
            String replacement = switch (matcher.group()) {
                case "{{" -> "{";
                case "}}" -> "}";
                case "{", "}" -> throw unknown(format);
                default -> {
                    String field = matcher.group(1);
                    boolean number = !field.isEmpty() && Character.isDigit(field.charAt(0));
                    numbered |= number;
                    if (numbered && (field.isEmpty() || automatic > 0)) {
                        throw new OperationException("'" + format + "' has fields with and without numbers", "", "");
                    }
                    String key = field.isEmpty() ? String.valueOf(automatic++) : field;
                    Value value = value(key, field.isEmpty() || number, positional, named, format);
                    yield field(value, matcher.group(2), matcher.group(3), format);
                }
            };
            matcher.appendReplacement(result, Matcher.quoteReplacement(replacement));
            Bounds.check(result.length(), "format");
        }
        return matcher.appendTail(result).toString();
    }

    private static Value value(
            String key, boolean number, List<Value> positional, Map<String, Value> named, String format) {
        Value value = number
                ? Integer.parseInt(key) < positional.size() ? positional.get(Integer.parseInt(key)) : null
                : named.get(key);
        if (value == null) {
            throw new OperationException("'" + format + "' requires a value '" + key + "'", "", "");
        }
        return value;
    }

    private static String field(
            Value value, @Nullable String conversion, @Nullable String specification, String format) {
        if (conversion != null) {
            String text = conversion.equals("!r") ? Display.representation(value) : Display.text(value);
            return formatted(new TextValue(text, value.position(), true), specification, format);
        }
        return formatted(value, specification, format);
    }

    private static String formatted(Value value, @Nullable String specification, String format) {
        if (specification == null || specification.isEmpty()) {
            return Display.text(value);
        }
        Matcher matcher = SPECIFICATION.matcher(specification);
        if (!matcher.matches()) {
            throw unknown(format);
        }
        String type = matcher.group(8) == null ? "" : matcher.group(8);
        if (value instanceof TextValue text) {
            return text(text.text(), matcher, type, format);
        }
        if (!(value instanceof IntegerValue || value instanceof BooleanValue || value instanceof DecimalValue)) {
            throw new OperationException(
                    "'" + format + "' sets a width for " + value.type(), "", "convert it to text first");
        }
        boolean decimal = "fF%".contains(type) && !type.isEmpty();
        if ((value instanceof BooleanValue && type.isEmpty()) || (value instanceof DecimalValue && !decimal)) {
            throw unknown(format);
        }
        return decimal ? decimal(value, matcher, type, format) : integer(value, matcher, type, format);
    }

    private static String text(String text, Matcher matcher, String type, String format) {
        if (!(type.isEmpty() || type.equals("s"))
                || matcher.group(3) != null
                || matcher.group(4) != null
                || matcher.group(6) != null
                || "=".equals(matcher.group(2))) {
            throw unknown(format);
        }
        int[] characters = text.codePoints().toArray();
        int length = matcher.group(7) == null
                ? characters.length
                : Math.min(characters.length, Integer.parseInt(matcher.group(7)));
        return padded("", new String(characters, 0, length), length, matcher, "<");
    }

    private static String integer(Value value, Matcher matcher, String type, String format) {
        if (type.equals("s") || matcher.group(7) != null) {
            throw unknown(format);
        }
        BigInteger number = Numbers.integer(value).orElseThrow();
        int radix = switch (type) {
            case "x", "X" -> 16;
            case "o" -> 8;
            case "b" -> 2;
            default -> 10;
        };
        String digits = number.abs().toString(radix);
        digits = grouped(type.equals("X") ? digits.toUpperCase(Locale.ROOT) : digits, matcher, radix, format);
        return padded(sign(number.signum() < 0, matcher), digits, digits.length(), matcher, ">");
    }

    private static String decimal(Value value, Matcher matcher, String type, String format) {
        double number = Numbers.decimal(value).orElseThrow();
        if (!Double.isFinite(number)) {
            throw unknown(format);
        }
        int precision = matcher.group(7) == null ? 6 : Integer.parseInt(matcher.group(7));
        BigDecimal exact = new BigDecimal(type.equals("%") ? number * 100 : number);
        String digits = exact.abs().setScale(precision, RoundingMode.HALF_EVEN).toPlainString();
        int point = digits.indexOf('.');
        String whole = point < 0 ? digits : digits.substring(0, point);
        digits = grouped(whole, matcher, 10, format) + (point < 0 ? "" : digits.substring(point));
        digits += type.equals("%") ? "%" : "";
        boolean negative = number < 0 || (number == 0 && 1 / number < 0);
        return padded(sign(negative, matcher), digits, digits.length(), matcher, ">");
    }

    private static String grouped(String digits, Matcher matcher, int radix, String format) {
        String separator = matcher.group(6);
        if (separator == null) {
            return digits;
        }
        if (matcher.group(4) != null || (radix != 10 && separator.equals(","))) {
            throw unknown(format);
        }
        int size = radix == 10 ? 3 : 4;
        StringBuilder result = new StringBuilder(digits);
        for (int i = digits.length() - size; i > 0; i -= size) {
            result.insert(i, separator);
        }
        return result.toString();
    }

    private static String sign(boolean negative, Matcher matcher) {
        if (negative) {
            return "-";
        }
        return matcher.group(3) == null || matcher.group(3).equals("-") ? "" : matcher.group(3);
    }

    private static String padded(String sign, String body, int length, Matcher matcher, String otherwise) {
        int width = matcher.group(5) == null ? 0 : Integer.parseInt(matcher.group(5));
        int missing = Math.max(0, width - length - sign.length());
        boolean zeros = matcher.group(4) != null && matcher.group(2) == null;
        String fill = matcher.group(1) == null ? zeros ? "0" : " " : matcher.group(1);
        String align = matcher.group(2) == null ? zeros ? "=" : otherwise : matcher.group(2);
        return switch (align) {
            case "<" -> sign + body + fill.repeat(missing);
            case "^" -> fill.repeat(missing / 2) + sign + body + fill.repeat(missing - missing / 2);
            case "=" -> sign + fill.repeat(missing) + body;
            default -> fill.repeat(missing) + sign + body;
        };
    }

    private static OperationException unknown(String format) {
        return new OperationException(
                "'" + format + "' uses more of format() than Urania supports",
                "supported fields are {}, {0} or {name} with a width, a precision, and s d x X o b f or %",
                "join the values with ~ instead");
    }
}
