package io.urania.inventory.library.filter;

import io.urania.inventory.library.Call;
import io.urania.inventory.library.Filter;
import io.urania.inventory.python.Bounds;
import io.urania.inventory.python.Comparison;
import io.urania.inventory.python.Numbers;
import io.urania.inventory.value.BooleanValue;
import io.urania.inventory.value.DecimalValue;
import io.urania.inventory.value.IntegerValue;
import io.urania.inventory.value.TextValue;
import io.urania.inventory.value.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Filters that make numbers and booleans. */
final class NumberFilters {
    private static final Set<String> TRUE = Set.of("yes", "on", "1", "true");

    private NumberFilters() {}

    static Map<String, Filter> all() {
        return Map.of(
                "int", NumberFilters::integer,
                "float", NumberFilters::decimal,
                "bool", NumberFilters::bool,
                "abs", NumberFilters::absolute,
                "round", NumberFilters::round);
    }

    private static Value integer(Value subject, Call call) {
        call.accept("default", "base");
        Value otherwise = call.argument(0, "default").orElseGet(() -> call.result(BigInteger.ZERO));
        int base = call.integer(1, "base", 10);
        Optional<BigInteger> number = switch (subject) {
            case TextValue text -> parsed(text.text().strip().replace("_", ""), base);
            case DecimalValue decimal
            when Double.isFinite(decimal.number()) -> Optional.of(new BigDecimal(decimal.number()).toBigInteger());
            default -> Numbers.integer(subject);
        };
        return number.<Value>map(call::result).orElse(otherwise);
    }

    private static Optional<BigInteger> parsed(String text, int base) {
        boolean negative = text.startsWith("-");
        String digits = negative || text.startsWith("+") ? text.substring(1) : text;
        String prefix = digits.length() > 2 ? digits.substring(0, 2).toLowerCase(Locale.ROOT) : "";
        boolean prefixed = (base == 16 && prefix.equals("0x"))
                || (base == 8 && prefix.equals("0o"))
                || (base == 2 && prefix.equals("0b"));
        try {
            BigInteger number = new BigInteger(prefixed ? digits.substring(2) : digits, base);
            return Optional.of(negative ? number.negate() : number);
        } catch (NumberFormatException notWhole) {
            return base == 10
                    ? parsedDecimal(text)
                            .filter(Double::isFinite)
                            .map(BigDecimal::new)
                            .map(BigDecimal::toBigInteger)
                    : Optional.empty();
        }
    }

    private static Value decimal(Value subject, Call call) {
        call.accept("default");
        Value otherwise = call.argument(0, "default").orElseGet(() -> call.result(0.0));
        Optional<Double> number =
                subject instanceof TextValue text ? parsedDecimal(text.text().strip()) : Numbers.decimal(subject);
        return number.<Value>map(call::result).orElse(otherwise);
    }

    static Optional<Double> parsedDecimal(String text) {
        String sign = text.startsWith("-") || text.startsWith("+") ? text.substring(0, 1) : "";
        String word = text.substring(sign.length()).toLowerCase(Locale.ROOT);
        if (word.equals("nan")) {
            return Optional.of(Double.NaN);
        }
        if (word.equals("inf") || word.equals("infinity")) {
            return Optional.of(sign.equals("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
        }
        // Java would also take suffixes and hexadecimal digits, as in 1d or 0x1p3.
        if (!text.matches("[-+]?(?:[0-9_]+\\.?[0-9_]*|\\.[0-9_]+)(?:[eE][-+]?[0-9]+)?")) {
            return Optional.empty();
        }
        try {
            return Optional.of(Double.valueOf(text.replace("_", "")));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    /** What is neither is false, as in Ansible, which warns of it. */
    private static Value bool(Value subject, Call call) {
        call.accept();
        return switch (subject) {
            case BooleanValue _ -> subject;
            case TextValue text -> call.result(TRUE.contains(text.text().toLowerCase(Locale.ROOT)));
            default -> call.result(Comparison.equal(subject, new IntegerValue(1, call.position())));
        };
    }

    private static Value absolute(Value subject, Call call) {
        call.accept();
        return switch (subject) {
            case IntegerValue integer -> call.result(integer.number().abs());
            case DecimalValue decimal -> call.result(Math.abs(decimal.number()));
            case BooleanValue truth -> call.result(truth.truth() ? BigInteger.ONE : BigInteger.ZERO);
            default -> throw call.wrongSubject(subject, "a number");
        };
    }

    private static Value round(Value subject, Call call) {
        call.accept("precision", "method");
        double number = Numbers.decimal(subject).orElseThrow(() -> call.wrongSubject(subject, "a number"));
        if (!Double.isFinite(number)) {
            throw call.wrong("'round' expects a finite number", "");
        }
        int precision = call.integer(0, "precision", 0);
        Bounds.check(Math.abs((long) precision) * 1000, "round");
        Optional<BigInteger> whole = Numbers.integer(subject);
        if (whole.isPresent() && call.text(1, "method", "common").equals("common")) {
            return call.result(new BigDecimal(whole.get())
                    .setScale(Math.min(precision, 0), RoundingMode.HALF_EVEN)
                    .toBigInteger());
        }
        double scale = Math.pow(10, precision);
        return switch (call.text(1, "method", "common")) {
            case "common" -> call.result(rounded(number, precision));
            case "ceil" -> call.result(positiveZero(Math.ceil(number * scale)) / scale);
            case "floor" -> call.result(positiveZero(Math.floor(number * scale)) / scale);
            default -> throw call.wrong("the method of round must be common, ceil or floor", "");
        };
    }

    /** Python's {@code round}: correct in all digits, and a zero keeps its sign. */
    private static double rounded(double number, int precision) {
        double rounded = new BigDecimal(number)
                .setScale(precision, RoundingMode.HALF_EVEN)
                .doubleValue();
        return Math.copySign(rounded, number);
    }

    /** Python's {@code ceil} and {@code floor} give whole numbers, which have no negative zero. */
    private static double positiveZero(double number) {
        return number == 0 ? 0 : number;
    }
}
