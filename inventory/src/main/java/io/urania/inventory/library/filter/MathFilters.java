package io.urania.inventory.library.filter;

import io.urania.inventory.library.Call;
import io.urania.inventory.library.Filter;
import io.urania.inventory.python.Display;
import io.urania.inventory.python.Numbers;
import io.urania.inventory.value.BooleanValue;
import io.urania.inventory.value.DecimalValue;
import io.urania.inventory.value.DeferredEntries;
import io.urania.inventory.value.EncryptedValue;
import io.urania.inventory.value.IntegerValue;
import io.urania.inventory.value.ListValue;
import io.urania.inventory.value.MapValue;
import io.urania.inventory.value.NullValue;
import io.urania.inventory.value.TextValue;
import io.urania.inventory.value.TimestampValue;
import io.urania.inventory.value.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Logarithms, powers and roots; sizes as people write them; the name of a type. */
final class MathFilters {
    private static final String UNITS = "KMGTPEZY";
    private static final Pattern SIZE = Pattern.compile("\\s*(\\d*\\.?\\d*)\\s*([A-Za-z]+)?\\s*");

    private MathFilters() {}

    static Map<String, Filter> all() {
        return Map.of(
                "log", MathFilters::logarithm,
                "pow", MathFilters::power,
                "root", MathFilters::root,
                "filesizeformat", MathFilters::fileSize,
                "human_readable", MathFilters::readable,
                "human_to_bytes", MathFilters::bytes,
                "type_debug", MathFilters::type);
    }

    private static Value logarithm(Value subject, Call call) {
        call.accept("base");
        double number = number(subject, call);
        double base = call.argument(0, "base").map(value -> number(value, call)).orElse(Math.E);
        if (number <= 0 || base <= 0 || base == 1) {
            throw call.wrong("the logarithm is undefined", "the number and the base must be greater than 0");
        }
        if (base == 10) {
            return call.result(Math.log10(number));
        }
        return call.result(Math.log(number) / Math.log(base));
    }

    private static Value power(Value subject, Call call) {
        call.accept("y");
        double result = Math.pow(number(subject, call), number(call.required(0, "y"), call));
        if (!Double.isFinite(result)) {
            throw call.wrong("the result of 'pow' is not a number, or is too large", "");
        }
        return call.result(result);
    }

    private static Value root(Value subject, Call call) {
        call.accept("base");
        double number = number(subject, call);
        double base = call.argument(0, "base").map(value -> number(value, call)).orElse(2.0);
        if (base == 0 || number < 0) {
            throw call.wrong("the root is undefined", "");
        }
        return call.result(base == 2 ? Math.sqrt(number) : Math.pow(number, 1.0 / base));
    }

    private static Value fileSize(Value subject, Call call) {
        call.accept("binary");
        boolean binary = call.truth(0, "binary", false);
        double bytes = subject instanceof TextValue text
                ? NumberFilters.parsedDecimal(text.text().strip())
                        .orElseThrow(() -> call.wrongSubject(subject, "a number"))
                : number(subject, call);
        double base = binary ? 1024 : 1000;
        if (bytes == 1) {
            return call.result("1 Byte");
        }
        if (bytes < base) {
            return call.result(new BigDecimal(bytes).toBigInteger() + " Bytes");
        }
        double unit = base;
        int prefix = -1;
        do {
            unit *= base;
            prefix++;
        } while (bytes >= unit && prefix < UNITS.length() - 1);
        String letter = UNITS.substring(prefix, prefix + 1);
        letter = binary || prefix > 0 ? letter : "k";
        return call.result(fixed(base * bytes / unit, 1) + " " + letter + (binary ? "iB" : "B"));
    }

    private static Value readable(Value subject, Call call) {
        call.accept("isbits", "unit");
        boolean bits = call.truth(0, "isbits", false);
        String wanted = call.argument(1, "unit")
                .filter(value -> !(value instanceof NullValue))
                .map(Display::text)
                .orElse("")
                .toUpperCase(Locale.ROOT);
        double size = number(subject, call);
        String base = bits ? "bits" : "Bytes";
        for (int i = UNITS.length() - 1; i >= 0; i--) {
            double limit = Math.pow(1024, i + 1);
            String letter = UNITS.substring(i, i + 1);
            if (wanted.isEmpty() ? size >= limit : wanted.startsWith(letter)) {
                return call.result(fixed(size / limit, 2) + " " + letter + (bits ? "b" : "B"));
            }
        }
        if (!wanted.isEmpty() && !wanted.equals("B")) {
            throw call.wrong("unknown unit '" + wanted + "'", "");
        }
        return call.result(fixed(size, 2) + " " + base);
    }

    /** {@code 10 MB}, {@code 1.5G}: units count in powers of 1024. */
    private static Value bytes(Value subject, Call call) {
        call.accept("default_unit", "isbits");
        boolean bits = call.truth(1, "isbits", false);
        Matcher matcher = SIZE.matcher(Display.text(subject));
        if (!matcher.matches() || !matcher.group(1).matches(".*\\d.*")) {
            throw call.wrong("'" + Display.text(subject) + "' is not a size", "");
        }
        String unit = matcher.group(2) == null ? call.text(0, "default_unit", "") : matcher.group(2);
        if (unit.isEmpty() || unit.equals("None")) {
            return call.result(rounded(Double.parseDouble(matcher.group(1))));
        }
        char letter = Character.toUpperCase(unit.charAt(0));
        int power = letter == 'B' ? 0 : UNITS.indexOf(letter) + 1;
        boolean known = (letter == 'B' || power > 0) && isUnit(unit, bits, power);
        if (!known) {
            throw call.wrong("'" + unit + "' is not a unit of " + (bits ? "bits" : "bytes"), "");
        }
        return call.result(rounded(Double.parseDouble(matcher.group(1)) * Math.pow(1024, power)));
    }

    private static boolean isUnit(String unit, boolean bits, int power) {
        String small = unit.toLowerCase(Locale.ROOT);
        if (unit.length() == 1) {
            return power > 0 || unit.equals(bits ? "b" : "B");
        }
        String names = bits ? "bit" : "byte";
        if (power == 0) {
            return small.equals(names) || small.equals(names + "s");
        }
        return unit.substring(1).equals(bits ? "b" : "B");
    }

    private static BigInteger rounded(double number) {
        return new BigDecimal(number).setScale(0, RoundingMode.HALF_EVEN).toBigInteger();
    }

    private static String fixed(double number, int digits) {
        return new BigDecimal(number).setScale(digits, RoundingMode.HALF_EVEN).toPlainString();
    }

    private static Value type(Value subject, Call call) {
        call.accept();
        return call.result(
                switch (subject) {
                    case TextValue _ -> "str";
                    case IntegerValue _ -> "int";
                    case DecimalValue _ -> "float";
                    case BooleanValue _ -> "bool";
                    case NullValue _ -> "NoneType";
                    case TimestampValue timestamp -> timestamp.iso().length() > 10 ? "datetime" : "date";
                    case EncryptedValue _ -> "EncryptedString";
                    case MapValue map when map.entries() instanceof DeferredEntries deferred -> deferred.typeName();
                    case MapValue _ -> "dict";
                    case ListValue list -> list.kind().name().toLowerCase(Locale.ROOT);
                });
    }

    private static double number(Value value, Call call) {
        return Numbers.decimal(value).orElseThrow(() -> call.wrongSubject(value, "a number"));
    }
}
