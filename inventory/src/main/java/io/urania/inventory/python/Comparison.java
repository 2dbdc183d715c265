package io.urania.inventory.python;

import io.urania.inventory.value.DecimalValue;
import io.urania.inventory.value.ListValue;
import io.urania.inventory.value.MapValue;
import io.urania.inventory.value.NullValue;
import io.urania.inventory.value.TextValue;
import io.urania.inventory.value.TimestampValue;
import io.urania.inventory.value.Value;
import java.util.Arrays;
import java.util.List;

/** Python's {@code ==}, {@code <} and {@code in}. */
public final class Comparison {
    private Comparison() {}

    public static boolean equal(Value left, Value right) {
        Work.spend(1);
        if (Numbers.isNumber(left) && Numbers.isNumber(right)) {
            return !isNan(left) && !isNan(right) && Numbers.compare(left, right) == 0;
        }
        return switch (left) {
            case TextValue text ->
                right instanceof TextValue other && text.text().equals(other.text());
            case NullValue _ -> right instanceof NullValue;
            case TimestampValue time ->
                right instanceof TimestampValue other && time.iso().equals(other.iso());
            case ListValue list ->
                right instanceof ListValue other
                        && list.kind() == other.kind()
                        && equal(list.elements(), other.elements());
            case MapValue map -> right instanceof MapValue other && equal(map, other);
            default -> false;
        };
    }

    /** Negative, zero or positive, for numbers, texts and lists; anything else has no order. */
    public static int order(Value left, Value right) {
        Work.spend(1);
        if (Numbers.isNumber(left) && Numbers.isNumber(right)) {
            return Numbers.compare(left, right);
        }
        if (left instanceof TextValue first && right instanceof TextValue second) {
            return byCodePoint(first.text(), second.text());
        }
        if (left instanceof ListValue first
                && right instanceof ListValue second
                && first.kind() == second.kind()
                && first.kind() != ListValue.Kind.RANGE) {
            for (int i = 0;
                    i < Math.min(first.elements().size(), second.elements().size());
                    i++) {
                Value one = first.elements().get(i);
                Value other = second.elements().get(i);
                if (!equal(one, other)) {
                    return order(one, other);
                }
            }
            return Integer.compare(first.elements().size(), second.elements().size());
        }
        throw new OperationException(
                "cannot compare " + left.type() + " with " + right.type(),
                "only numbers, texts and lists can be ordered",
                "convert one of them, with | int or | string");
    }

    /** Whether a list has an element, a mapping a key, or a text a part. */
    public static boolean contains(Value container, Value wanted) {
        return switch (container) {
            case ListValue list -> list.elements().stream().anyMatch(element -> equal(element, wanted));
            case MapValue _
            when wanted instanceof MapValue || isChangeable(wanted) ->
                throw new OperationException("a mapping has no key that is " + wanted.type(), "", "look for text");
            case MapValue map -> Dictionary.find(map, wanted).isPresent();
            case TextValue text
            when wanted instanceof TextValue part -> {
                Work.spend(Work.pairs(text.text().length(), part.text().length()));
                yield text.text().contains(part.text());
            }
            default ->
                throw new OperationException(
                        "cannot look for " + wanted.type() + " in " + container.type(),
                        "",
                        "'in' expects a list, a mapping, or a text in a text");
        };
    }

    /** What Python cannot look up: lists, and tuples that hold what it cannot. */
    private static boolean isChangeable(Value value) {
        return value instanceof ListValue list
                && (list.kind() == ListValue.Kind.LIST
                        || list.elements().stream()
                                .anyMatch(element -> element instanceof MapValue || isChangeable(element)));
    }

    private static boolean isNan(Value value) {
        return value instanceof DecimalValue decimal && Double.isNaN(decimal.number());
    }

    private static boolean equal(List<Value> left, List<Value> right) {
        if (left.size() != right.size()) {
            return false;
        }
        for (int i = 0; i < left.size(); i++) {
            if (!equal(left.get(i), right.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean equal(MapValue left, MapValue right) {
        return left.entries().size() == right.entries().size()
                && left.entries().entrySet().stream()
                        .allMatch(entry -> Dictionary.find(right, left.key(entry.getKey()))
                                .filter(other -> equal(entry.getValue(), other))
                                .isPresent());
    }

    /** Java compares UTF-16 units, which sorts characters beyond the first plane wrongly. */
    public static int byCodePoint(String left, String right) {
        int[] first = left.codePoints().toArray();
        int[] second = right.codePoints().toArray();
        return Arrays.compare(first, second);
    }
}
