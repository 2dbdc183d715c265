package io.urania.inventory.yaml;

import io.urania.inventory.problem.Position;
import io.urania.inventory.value.BooleanValue;
import io.urania.inventory.value.DecimalValue;
import io.urania.inventory.value.IntegerValue;
import io.urania.inventory.value.NullValue;
import io.urania.inventory.value.TextValue;
import io.urania.inventory.value.TimestampValue;
import io.urania.inventory.value.Value;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What an unquoted scalar means. The patterns are those of PyYAML's {@code resolver.py}, which differ from YAML 1.1's own in places:
 * {@code y} is text, {@code 1e3} is text, {@code 1.0e+3} is a number, {@code 22:22} is 1342, {@code 2026-11-25} is a date.
 */
final class PlainScalar {
    /** Python makes no number of more digits: its {@code int_max_str_digits}. */
    static final int MOST_DIGITS = 4300;

    private static final Pattern INTEGER = Pattern.compile(
            "[-+]?(?:0b[01_]+|0[0-7_]+|0|[1-9][0-9_]*|0x[0-9a-fA-F_]+" + "|[1-9][0-9_]*(?::[0-5]?[0-9])+)");
    private static final Pattern DECIMAL = Pattern.compile("[-+]?[0-9][0-9_]*\\.[0-9_]*(?:[eE][-+][0-9]+)?"
            + "|\\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?"
            + "|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\\.[0-9_]*"
            + "|[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN)");

    private static final int LONG_DIGITS = 18;
    private static final int LONGEST_WORD = "false".length();
    private static final boolean[] IN_NUMBERS = new boolean[128];

    static {
        "0123456789+-._:abcdefABCDEFxinIN TtZ\t".chars().forEach(character -> IN_NUMBERS[character] = true);
    }

    /** A number of more digits than Python reads. */
    static final class DigitsException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private PlainScalar() {}

    /** Throws DateTimeException for what looks like a date and is none, {@link DigitsException} for what may be too long a number. */
    static Value read(String text, Position position) {
        if (text.length() > LONGEST_WORD && !mayBeNumber(text.charAt(0))) {
            return new TextValue(text, position);
        }
        return switch (text) {
            case "", "~", "null", "Null", "NULL" -> new NullValue(position);
            case "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON" -> new BooleanValue(true, position);
            case "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF" -> new BooleanValue(false, position);
            default -> mayBeNumber(text.charAt(0)) ? numberOrText(text, position) : new TextValue(text, position);
        };
    }

    /** The whole number that {@code !!int} makes of a text; throws NumberFormatException if it is none. */
    static BigInteger integer(String text) {
        String digits = text.replace("_", "");
        boolean negative = digits.startsWith("-");
        if (negative || digits.startsWith("+")) {
            digits = digits.substring(1);
        }
        BigInteger number;
        if (digits.startsWith("0b")) {
            number = new BigInteger(digits.substring(2), 2);
        } else if (digits.startsWith("0x")) {
            number = new BigInteger(digits.substring(2), 16);
        } else if (digits.length() > 1 && digits.charAt(0) == '0') {
            number = new BigInteger(digits.substring(1), 8);
        } else if (digits.indexOf(':') > 0) {
            number = BigInteger.ZERO;
            for (String part : digits.split(":", -1)) {
                number = number.multiply(BigInteger.valueOf(60)).add(new BigInteger(part));
            }
        } else {
            number = new BigInteger(digits);
        }
        return negative ? number.negate() : number;
    }

    /** The number that {@code !!float} makes of a text; throws NumberFormatException if it is none. */
    static double decimal(String text) {
        String digits = text.replace("_", "");
        boolean negative = digits.startsWith("-");
        if (negative || digits.startsWith("+")) {
            digits = digits.substring(1);
        }
        double number;
        if (digits.equalsIgnoreCase(".inf")) {
            number = Double.POSITIVE_INFINITY;
        } else if (digits.equalsIgnoreCase(".nan")) {
            number = Double.NaN;
        } else if (digits.indexOf(':') > 0) {
            number = 0;
            for (String part : digits.split(":", -1)) {
                number = number * 60 + Double.parseDouble(part);
            }
        } else {
            number = Double.parseDouble(digits);
        }
        return negative ? -number : number;
    }

    /** Whether nothing but text can come of it, as of most keys. */
    static boolean isSurelyText(String text) {
        if (text.length() > LONGEST_WORD) {
            return !mayBeNumber(text.charAt(0));
        }
        return switch (text) {
            case "", "~", "null", "Null", "NULL", "=", "<<" -> false;
            case "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON" -> false;
            case "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF" -> false;
            default -> !mayBeNumber(text.charAt(0));
        };
    }

    /** Whether all of a text from {@code start} on is decimal digits, and there is one. */
    static boolean isWhole(String text, int start) {
        for (int i = start; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return start < text.length();
    }

    /** The number that decimal digits make, with or without a sign. */
    static BigInteger decimalInteger(String digits) {
        return digits.length() <= LONG_DIGITS ? BigInteger.valueOf(Long.parseLong(digits)) : new BigInteger(digits);
    }

    /** Numbers and dates are made of few characters: this spares most texts the patterns. */
    private static boolean isOfNumberCharacters(String text) {
        for (int i = 0; i < text.length(); i++) {
            char next = text.charAt(i);
            boolean fits = next < IN_NUMBERS.length && IN_NUMBERS[next];
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private static boolean mayBeNumber(char first) {
        return (first >= '0' && first <= '9') || first == '-' || first == '+' || first == '.';
    }

    private static Value numberOrText(String text, Position position) {
        if (isWhole(text, 0) && (text.charAt(0) != '0' || text.length() == 1) && text.length() <= MOST_DIGITS) {
            return new IntegerValue(decimalInteger(text), position);
        }
        if (!isOfNumberCharacters(text)) {
            return new TextValue(text, position);
        }
        if (text.length() > MOST_DIGITS) {
            throw new DigitsException();
        }
        try {
            if (INTEGER.matcher(text).matches()) {
                return new IntegerValue(integer(text), position);
            }
            if (DECIMAL.matcher(text).matches()) {
                return new DecimalValue(decimal(text), position);
            }
            Optional<String> timestamp = Timestamps.iso(text);
            if (timestamp.isPresent()) {
                return new TimestampValue(timestamp.get(), position);
            }
        } catch (NumberFormatException notANumber) {
            // Only underscores, as in 0x_: PyYAML fails on it, and text is what was written.
            return new TextValue(text, position);
        }
        return new TextValue(text, position);
    }
}
