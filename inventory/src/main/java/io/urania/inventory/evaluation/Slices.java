package io.urania.inventory.evaluation;

import io.urania.inventory.problem.Position;
import io.urania.inventory.python.Numbers;
import io.urania.inventory.python.OperationException;
import io.urania.inventory.value.ListValue;
import io.urania.inventory.value.NullValue;
import io.urania.inventory.value.TextValue;
import io.urania.inventory.value.Value;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code target[from:to:step]} by Python's rules. */
final class Slices {
    private Slices() {}

    static Value slice(
            Value target, Optional<Value> from, Optional<Value> to, Optional<Value> step, Position position) {
        return switch (target) {
            case ListValue list -> {
                List<Value> elements = new ArrayList<>();
                indexes(list.elements().size(), from, to, step)
                        .forEach(index -> elements.add(list.elements().get(index)));
                yield new ListValue(elements, position, list.kind());
            }
            case TextValue text -> {
                int[] characters = text.text().codePoints().toArray();
                StringBuilder result = new StringBuilder();
                indexes(characters.length, from, to, step).forEach(index -> result.appendCodePoint(characters[index]));
                yield new TextValue(result.toString(), position, true);
            }
            default -> throw new OperationException("cannot take a slice of " + target.type(), "", "");
        };
    }

    private static List<Integer> indexes(int size, Optional<Value> from, Optional<Value> to, Optional<Value> step) {
        int width = number(step).orElse(1);
        if (width == 0) {
            throw new OperationException("the step of a slice cannot be 0", "", "");
        }
        int lowest = width > 0 ? 0 : -1;
        int highest = width > 0 ? size : size - 1;
        int start =
                number(from).map(index -> clamped(index, size, lowest, highest)).orElse(width > 0 ? lowest : highest);
        int end = number(to).map(index -> clamped(index, size, lowest, highest)).orElse(width > 0 ? highest : lowest);
        List<Integer> indexes = new ArrayList<>();
        for (long i = start; width > 0 ? i < end : i > end; i += width) {
            indexes.add((int) i);
        }
        return indexes;
    }

    private static int clamped(int index, int size, int lowest, int highest) {
        int fromStart = index < 0 ? index + size : index;
        return Math.clamp(fromStart, lowest, highest);
    }

    private static Optional<Integer> number(Optional<Value> bound) {
        return bound.filter(value -> !(value instanceof NullValue))
                .map(value -> Numbers.integer(value)
                        .orElseThrow(
                                () -> new OperationException("a slice expects integers, not " + value.type(), "", ""))
                        .max(BigInteger.valueOf(-Integer.MAX_VALUE / 2))
                        .min(BigInteger.valueOf(Integer.MAX_VALUE / 2))
                        .intValue());
    }
}
