package io.urania.inventory.library;

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
import java.util.regex.Matcher;

/** The tests of Jinja2 and Ansible; {@code defined} and {@code undefined} are with the evaluator. */
final class Tests {
    private Tests() {}

    static Map<String, Test> all() {
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
        tests.put("truthy", (subject, call) -> Truth.of(subject));
        tests.put("falsy", (subject, call) -> !Truth.of(subject));
        tests.put("lower", (subject, call) -> hasCase(Display.text(subject), true));
        tests.put("upper", (subject, call) -> hasCase(Display.text(subject), false));
        tests.put("odd", (subject, call) -> integer(subject, call).testBit(0));
        tests.put("even", (subject, call) -> !integer(subject, call).testBit(0));
        tests.put("divisibleby", Tests::isDivisible);
        tests.put("in", (subject, call) -> Comparison.contains(call.required(0, "seq"), subject));
        tests.put("contains", (subject, call) -> Comparison.contains(subject, call.required(0, "value")));
        tests.put("subset", (subject, call) -> isSubset(subject, call.required(0, "superset"), call));
        tests.put("superset", (subject, call) -> isSubset(call.required(0, "subset"), subject, call));
        tests.put("match", (subject, call) -> matcher(subject, call).lookingAt());
        tests.put("search", (subject, call) -> matcher(subject, call).find());
        tests.put("regex", (subject, call) -> matcher(subject, call).find());
        tests.put("version", VersionTest::check);
        tests.put("version_compare", VersionTest::check);
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
        return ListFilters.elements(part, call).stream().allMatch(element -> Comparison.contains(whole, element));
    }

    private static Matcher matcher(Value subject, Call call) {
        call.accept("pattern", "ignorecase", "multiline");
        return PatternFilters.pattern(call, call.truth(1, "ignorecase", false), call.truth(2, "multiline", false))
                .matcher(Display.text(subject));
    }

    private static BigInteger integer(Value value, Call call) {
        return Numbers.integer(value).orElseThrow(() -> call.wrongSubject(value, "a whole number"));
    }
}
