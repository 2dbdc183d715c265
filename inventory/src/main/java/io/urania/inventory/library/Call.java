package io.urania.inventory.library;

import io.urania.inventory.problem.Position;
import io.urania.inventory.python.Display;
import io.urania.inventory.python.Numbers;
import io.urania.inventory.python.OperationException;
import io.urania.inventory.python.Truth;
import io.urania.inventory.python.Work;
import io.urania.inventory.value.BooleanValue;
import io.urania.inventory.value.DecimalValue;
import io.urania.inventory.value.IntegerValue;
import io.urania.inventory.value.ListValue;
import io.urania.inventory.value.MapValue;
import io.urania.inventory.value.NullValue;
import io.urania.inventory.value.TextValue;
import io.urania.inventory.value.Value;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a filter, test, method or lookup is called with.
 *
 * @param name as written, for messages
 * @param position the place that results get
 * @param library for those that call others, such as {@code map}
 */
public record Call(String name, List<Value> positional, Map<String, Value> named, Position position, Library library) {

    /** The same call of another function with other arguments. */
    public Call of(String other, List<Value> arguments, Map<String, Value> namedArguments) {
        return new Call(other, arguments, namedArguments, position, library);
    }

    /** The argument at a place or with a name. */
    public Optional<Value> argument(int index, String argumentName) {
        return index < positional.size()
                ? Optional.of(positional.get(index))
                : Optional.ofNullable(named.get(argumentName));
    }

    public Value required(int index, String argumentName) {
        return argument(index, argumentName)
                .orElseThrow(() -> wrong("'" + name + "' requires an argument '" + argumentName + "'", ""));
    }

    public String text(int index, String argumentName, String otherwise) {
        return argument(index, argumentName).map(Display::text).orElse(otherwise);
    }

    public boolean truth(int index, String argumentName, boolean otherwise) {
        return argument(index, argumentName).map(Truth::of).orElse(otherwise);
    }

    public int integer(int index, String argumentName, int otherwise) {
        return argument(index, argumentName)
                .map(value -> Numbers.integer(value)
                        .filter(number -> number.bitLength() < 32)
                        .orElseThrow(() -> wrong(
                                "argument '" + argumentName + "' of '" + name + "' must be an integer",
                                "it is " + value.type())))
                .map(BigInteger::intValue)
                .orElse(otherwise);
    }

    /** Refuses arguments that the function does not know, since ignoring them would give a wrong value silently. */
    public void accept(String... argumentNames) {
        Set<String> known = Set.of(argumentNames);
        if (positional.size() > argumentNames.length) {
            throw wrong(
                    "'" + name + "' has too many arguments",
                    "it accepts " + (known.isEmpty() ? "none" : String.join(", ", argumentNames)));
        }
        Set<String> unknown = new HashSet<>(named.keySet());
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw wrong(
                    "'" + name + "' has no argument '" + unknown.iterator().next() + "'",
                    "it accepts " + (known.isEmpty() ? "none" : String.join(", ", argumentNames)));
        }
    }

    /** Counts that the function reads what it is called for, and its arguments. */
    public void spendOn(Value subject) {
        List<Value> arguments = new ArrayList<>(positional);
        arguments.addAll(named.values());
        Work.spendOn(subject, arguments);
    }

    /** What a loop over the value would give: a mapping's keys, a text's characters. */
    public List<Value> elements(Value subject) {
        return iterated(subject).orElseThrow(() -> wrongSubject(subject, "a list"));
    }

    /** The same; empty for a value that cannot be looped over. */
    public Optional<List<Value>> iterated(Value subject) {
        return switch (subject) {
            case ListValue list -> Optional.of(list.elements());
            case MapValue map -> Optional.of(map.keys());
            case TextValue text ->
                Optional.of(List.copyOf(text.text()
                        .codePoints()
                        .mapToObj(character -> result(Character.toString(character)))
                        .toList()));
            default -> Optional.empty();
        };
    }

    /** Pairs of key and value. */
    public ListValue items(MapValue map) {
        return result(map.entries().entrySet().stream()
                .map((Map.Entry<String, Value> entry) -> tuple(List.of(map.key(entry.getKey()), entry.getValue())))
                .toList());
    }

    public OperationException wrong(String what, String why) {
        return new OperationException(what, why, "");
    }

    public OperationException wrongSubject(Value subject, String wanted) {
        return wrong("'" + name + "' expects " + wanted + ", not " + subject.type(), "");
    }

    public TextValue result(String text) {
        return new TextValue(text, position, true);
    }

    public IntegerValue result(BigInteger number) {
        return new IntegerValue(number, position);
    }

    public DecimalValue result(double number) {
        return new DecimalValue(number, position);
    }

    public BooleanValue result(boolean truth) {
        return new BooleanValue(truth, position);
    }

    public ListValue result(List<? extends Value> elements) {
        return new ListValue(List.copyOf(elements), position);
    }

    public ListValue tuple(List<? extends Value> elements) {
        return new ListValue(List.copyOf(elements), position, ListValue.Kind.TUPLE);
    }

    public MapValue result(Map<String, Value> entries) {
        return new MapValue(entries, position);
    }

    public NullValue nothing() {
        return new NullValue(position);
    }
}
