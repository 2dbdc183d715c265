package io.urania.inventory.library.method;

import io.urania.inventory.library.Call;
import io.urania.inventory.python.Dictionary;
import io.urania.inventory.python.Numbers;
import io.urania.inventory.python.OperationException;
import io.urania.inventory.value.IntegerValue;
import io.urania.inventory.value.ListValue;
import io.urania.inventory.value.MapValue;
import io.urania.inventory.value.Value;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** The functions that make values of nothing but their arguments. */
public final class Functions {
    private static final int LONGEST_RANGE = 100_000;

    private Functions() {}

    /** {@code dict(key=value)} and {@code dict(pairs)}. */
    public static Value dictionary(Call call) {
        Dictionary entries = new Dictionary();
        call.positional().forEach(first -> entries.putAll(ofPairs(first, call)));
        call.named().forEach(entries::put);
        return entries.build(call.position());
    }

    private static MapValue ofPairs(Value pairs, Call call) {
        if (pairs instanceof MapValue map) {
            return map;
        }
        Dictionary entries = new Dictionary();
        for (Value pair : call.elements(pairs)) {
            List<Value> parts = pair instanceof ListValue list ? list.elements() : List.of();
            if (parts.size() != 2) {
                throw call.wrong("'" + call.name() + "' expects pairs of a key and a value", "");
            }
            entries.put(parts.getFirst(), parts.getLast());
        }
        return entries.build(call.position());
    }

    /** {@code range(to)}, {@code range(from, to)} and {@code range(from, to, step)}. */
    public static Value range(Call call) {
        List<BigInteger> bounds = new ArrayList<>();
        for (Value bound : call.positional()) {
            bounds.add(
                    Numbers.integer(bound).orElseThrow(() -> new OperationException("range expects integers", "", "")));
        }
        if (bounds.isEmpty() || bounds.size() > 3) {
            throw new OperationException("range expects one to three integers", "", "");
        }
        BigInteger from = bounds.size() == 1 ? BigInteger.ZERO : bounds.get(0);
        BigInteger to = bounds.size() == 1 ? bounds.get(0) : bounds.get(1);
        BigInteger step = bounds.size() == 3 ? bounds.get(2) : BigInteger.ONE;
        if (step.signum() == 0) {
            throw new OperationException("the step of a range cannot be 0", "", "");
        }
        List<Value> numbers = new ArrayList<>();
        for (BigInteger i = from; step.signum() > 0 ? i.compareTo(to) < 0 : i.compareTo(to) > 0; i = i.add(step)) {
            if (numbers.size() >= LONGEST_RANGE) {
                throw new OperationException("the range is longer than " + LONGEST_RANGE, "", "");
            }
            numbers.add(new IntegerValue(i, call.position()));
        }
        return new ListValue(numbers, call.position(), ListValue.Kind.RANGE);
    }
}
