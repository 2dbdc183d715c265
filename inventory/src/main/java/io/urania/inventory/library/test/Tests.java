package io.urania.inventory.library.test;

import io.urania.inventory.library.Call;
import io.urania.inventory.library.Test;
import io.urania.inventory.library.address.NetworkFilters;
import io.urania.inventory.pattern.PythonPattern;
import io.urania.inventory.python.Comparison;
import io.urania.inventory.python.Display;
import io.urania.inventory.python.Numbers;
import io.urania.inventory.python.Truth;
import io.urania.inventory.value.BooleanValue;
import io.urania.inventory.value.DecimalValue;
import io.urania.inventory.value.IntegerValue;
import io.urania.inventory.value.ListValue;
import io.urania.inventory.value.MapValue;
import io.urania.inventory.value.NullValue;
import io.urania.inventory.value.TextValue;
import io.urania.inventory.value.Value;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.regex.Matcher;

/** The tests of Jinja2 and Ansible; {@code defined} and {@code undefined} are with the evaluator. */
public final class Tests {
    private Tests() {}

    public static Map<String, Test> all() {
        Map<String, Test> tests = new HashMap<>();
        tests.put("none", (subject, call) -> subject instanceof NullValue);
        tests.put("string", (subject, call) -> subject instanceof TextValue);
        tests.put("mapping", (subject, call) -> subject instanceof MapValue);
        tests.put("boolean", (subject, call) -> subject instanceof BooleanValue);
        tests.put("integer", (subject, call) -> subject instanceof IntegerValue);
        tests.put("float", (subject, call) -> subject instanceof DecimalValue);
        tests.put("number", (subject, call) -> Numbers.decimal(subject).isPresent());
        tests.put("sequence", (subject, call) -> isIterable(subject));
        tests.put("iterable", (subject, call) -> isIterable(subject));
        tests.put("true", (subject, call) -> subject instanceof BooleanValue truth && truth.truth());
        tests.put("false", (subject, call) -> subject instanceof BooleanValue truth && !truth.truth());
        tests.put("truthy", (subject, call) -> truthy(subject, call));
        tests.put("falsy", (subject, call) -> !truthy(subject, call));
        tests.put("lower", (subject, call) -> hasCase(Display.text(subject), true));
        tests.put("upper", (subject, call) -> hasCase(Display.text(subject), false));
        tests.put("odd", (subject, call) -> integer(subject, call).testBit(0));
        tests.put("even", (subject, call) -> !integer(subject, call).testBit(0));
        tests.put("divisibleby", Tests::isDivisible);
        tests.put("in", (subject, call) -> Comparison.contains(call.required(0, "seq"), subject));
        tests.put("contains", (subject, call) -> Comparison.contains(subject, call.required(0, "value")));
        tests.put("subset", (subject, call) -> isSubset(subject, call.required(0, "superset"), call));
        tests.put("superset", (subject, call) -> isSubset(call.required(0, "subset"), subject, call));
        tests.put("match", pattern(Matcher::lookingAt));
        tests.put("search", pattern(Matcher::find));
        tests.put("regex", pattern(Matcher::find));
        tests.put("version", VersionTest::check);
        tests.put("version_compare", VersionTest::check);
        tests.put("in_network", NetworkFilters::isIn);
        tests.put("sameas", Tests::isSame);
        tests.put("issubset", tests.get("subset"));
        tests.put("issuperset", tests.get("superset"));
        tests.put("nan", Tests::isNan);
        tests.put("isnan", Tests::isNan);
        tests.put("any", (subject, call) -> call.elements(subject).stream().anyMatch(Truth::of));
        tests.put("all", (subject, call) -> call.elements(subject).stream().allMatch(Truth::of));
        tests.put("abs", (subject, call) -> Display.text(subject).startsWith("/"));
        tests.put("escaped", (subject, call) -> false);
        tests.put("filter", (subject, call) -> call.library().hasFilter(Display.text(subject)));
        tests.put("test", (subject, call) -> call.library().hasTest(Display.text(subject)));
        tests.put("callable", (subject, call) -> false);
        tests.put("url", Tests::isUrl);
        tests.putAll(comparisons());
        return tests;
    }

    private static Map<String, Test> comparisons() {
        Test equal = (subject, call) -> Comparison.equal(subject, call.required(0, "other"));
        Test different = (subject, call) -> !Comparison.equal(subject, call.required(0, "other"));
        Test less = ordered(order -> order < 0);
        Test lessOrEqual = ordered(order -> order <= 0);
        Test greater = ordered(order -> order > 0);
        Test greaterOrEqual = ordered(order -> order >= 0);
        return Map.ofEntries(
                Map.entry("eq", equal),
                Map.entry("==", equal),
                Map.entry("equalto", equal),
                Map.entry("ne", different),
                Map.entry("!=", different),
                Map.entry("lt", less),
                Map.entry("<", less),
                Map.entry("lessthan", less),
                Map.entry("le", lessOrEqual),
                Map.entry("<=", lessOrEqual),
                Map.entry("gt", greater),
                Map.entry(">", greater),
                Map.entry("greaterthan", greater),
                Map.entry("ge", greaterOrEqual),
                Map.entry(">=", greaterOrEqual));
    }

    private static Test ordered(IntPredicate wanted) {
        return (subject, call) -> wanted.test(Comparison.order(subject, call.required(0, "other")));
    }

    private static boolean truthy(Value subject, Call call) {
        call.accept("convert_bool");
        if (call.truth(0, "convert_bool", false)) {
            switch (Display.text(subject).toLowerCase(Locale.ROOT)) {
                case "yes", "y", "on", "1", "true", "t", "1.0" -> {
                    return true;
                }
                case "no", "n", "off", "0", "false", "f", "0.0" -> {
                    return false;
                }
                default -> {}
            }
        }
        return Truth.of(subject);
    }

    /** Whether both are one object in Python, which can be said of true, false and nothing only. */
    private static boolean isSame(Value subject, Call call) {
        call.accept("other");
        Value other = call.required(0, "other");
        boolean known = subject instanceof BooleanValue
                || other instanceof BooleanValue
                || subject instanceof NullValue
                || other instanceof NullValue;
        if (!known) {
            throw call.wrong("'sameas' of " + subject.type() + " is refused", "it depends on how Python keeps values");
        }
        return subject.getClass() == other.getClass() && Comparison.equal(subject, other);
    }

    private static boolean isNan(Value subject, Call call) {
        call.accept();
        return subject instanceof DecimalValue decimal && Double.isNaN(decimal.number());
    }

    private static boolean isUrl(Value subject, Call call) {
        call.accept();
        return subject instanceof TextValue text
                && (text.text().matches("[A-Za-z][A-Za-z0-9+.-]*://[^/?#]+.*")
                        || text.text().startsWith("file:"));
    }

    private static boolean isIterable(Value subject) {
        return subject instanceof ListValue || subject instanceof MapValue || subject instanceof TextValue;
    }

    private static boolean hasCase(String text, boolean lower) {
        String converted = lower ? text.toLowerCase(Locale.ROOT) : text.toUpperCase(Locale.ROOT);
        return converted.equals(text)
                && text.codePoints().anyMatch(lower ? Character::isLowerCase : Character::isUpperCase);
    }

    private static boolean isDivisible(Value subject, Call call) {
        BigInteger divisor = integer(call.required(0, "num"), call);
        if (divisor.signum() == 0) {
            throw call.wrong("division by zero", "");
        }
        return integer(subject, call).remainder(divisor).signum() == 0;
    }

    private static boolean isSubset(Value part, Value whole, Call call) {
        return call.elements(part).stream().allMatch(element -> Comparison.contains(whole, element));
    }

    private static Test pattern(Predicate<Matcher> check) {
        return (subject, call) -> {
            call.accept("pattern", "ignorecase", "multiline");
            return PythonPattern.compile(
                            call.text(0, "pattern", ""),
                            call.truth(1, "ignorecase", false),
                            call.truth(2, "multiline", false))
                    .match(Display.text(subject), check::test);
        };
    }

    private static BigInteger integer(Value value, Call call) {
        return Numbers.integer(value).orElseThrow(() -> call.wrongSubject(value, "an integer"));
    }
}
