package io.urania.inventory.library.method;

import io.urania.inventory.library.Call;
import io.urania.inventory.problem.Suggestion;
import io.urania.inventory.python.Comparison;
import io.urania.inventory.python.Dictionary;
import io.urania.inventory.python.OperationException;
import io.urania.inventory.value.ListValue;
import io.urania.inventory.value.MapValue;
import io.urania.inventory.value.TextValue;
import io.urania.inventory.value.Value;
import java.math.BigInteger;
import java.util.List;
import java.util.Set;

/** The methods of Python's texts, mappings and lists that people write in templates. Those that change their object are refused. */
public final class Methods {
    private static final Set<String> OF_MAP = Set.of("get", "keys", "values", "items");
    private static final Set<String> CHANGING_MAP = Set.of("update", "pop", "popitem", "setdefault", "clear");
    private static final Set<String> OF_LIST = Set.of("index", "count");
    private static final Set<String> CHANGING_LIST =
            Set.of("append", "extend", "insert", "pop", "remove", "reverse", "sort", "clear");

    private Methods() {}

    /** Whether values of this type have such a method in Python, known here or refused. */
    public static boolean has(Value target, String name) {
        return switch (target) {
            case TextValue _ -> TextMethods.NAMES.contains(name);
            case MapValue _ -> OF_MAP.contains(name) || CHANGING_MAP.contains(name);
            case ListValue _ -> OF_LIST.contains(name) || CHANGING_LIST.contains(name);
            default -> false;
        };
    }

    /** {@code target.name(…)}, the name taken from the call. */
    public static Value call(Value target, Call call) {
        return switch (target) {
            case TextValue text when TextMethods.NAMES.contains(call.name()) -> TextMethods.call(text.text(), call);
            case MapValue map when OF_MAP.contains(call.name()) -> ofMap(map, call);
            case ListValue list when OF_LIST.contains(call.name()) -> ofList(list, call);
            case MapValue _ when CHANGING_MAP.contains(call.name()) -> throw changing(call, "combine it with |");
            case ListValue _ when CHANGING_LIST.contains(call.name()) -> throw changing(call, "add lists with +");
            default ->
                throw new OperationException(
                        target.type() + " has no method '" + call.name() + "'",
                        "",
                        Suggestion.didYouMean(
                                call.name(),
                                target instanceof TextValue
                                        ? TextMethods.NAMES
                                        : target instanceof MapValue ? OF_MAP : Set.of(),
                                "a filter may do it: value | filter"));
        };
    }

    private static OperationException changing(Call call, String remedy) {
        return new OperationException(
                "'" + call.name() + "' is refused",
                "it changes a value, and values of an inventory are immutable",
                remedy);
    }

    private static Value ofMap(MapValue map, Call call) {
        if (!call.name().equals("get")) {
            call.accept();
        }
        return switch (call.name()) {
            case "get" -> {
                call.accept("key", "default");
                yield Dictionary.find(map, call.required(0, "key"))
                        .or(() -> call.argument(1, "default"))
                        .orElseGet(call::nothing);
            }
            case "keys" -> call.result(map.keys());
            case "values" -> call.result(List.copyOf(map.entries().values()));
            default -> call.items(map);
        };
    }

    private static Value ofList(ListValue list, Call call) {
        call.accept("value");
        Value wanted = call.required(0, "value");
        if (call.name().equals("count")) {
            long count = list.elements().stream()
                    .filter(element -> Comparison.equal(element, wanted))
                    .count();
            return call.result(BigInteger.valueOf(count));
        }
        for (int i = 0; i < list.elements().size(); i++) {
            if (Comparison.equal(list.elements().get(i), wanted)) {
                return call.result(BigInteger.valueOf(i));
            }
        }
        throw call.wrong("the list has no such element", "");
    }
}
