package io.urania.inventory.library.filter;

import io.urania.inventory.library.Call;
import io.urania.inventory.library.Filter;
import io.urania.inventory.python.Bounds;
import io.urania.inventory.value.ListValue;
import io.urania.inventory.value.NullValue;
import io.urania.inventory.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Filters that put elements of lists together, as Python's {@code zip} and {@code itertools}: all give lists of tuples. */
final class CombinationFilters {
    private CombinationFilters() {}

    static Map<String, Filter> all() {
        return Map.of(
                "zip", (subject, call) -> zip(subject, call, false),
                "zip_longest", (subject, call) -> zip(subject, call, true),
                "product", CombinationFilters::product,
                "permutations", (subject, call) -> choices(subject, call, true),
                "combinations", (subject, call) -> choices(subject, call, false));
    }

    private static Value zip(Value subject, Call call, boolean longest) {
        for (String name : call.named().keySet()) {
            if (!(longest ? "fillvalue" : "strict").equals(name)) {
                throw call.wrong("'" + call.name() + "' has no argument '" + name + "'", "");
            }
        }
        List<List<Value>> lists = lists(subject, call);
        int shortest = lists.stream().mapToInt(List::size).min().orElse(0);
        int length = longest ? lists.stream().mapToInt(List::size).max().orElse(0) : shortest;
        if (call.truth(Integer.MAX_VALUE, "strict", false)
                && lists.stream().anyMatch(list -> list.size() != shortest)) {
            throw call.wrong("the lists of a strict 'zip' have different lengths", "");
        }
        Value fill = call.named().getOrDefault("fillvalue", call.nothing());
        List<Value> result = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            List<Value> tuple = new ArrayList<>();
            for (List<Value> list : lists) {
                tuple.add(i < list.size() ? list.get(i) : fill);
            }
            result.add(call.tuple(tuple));
        }
        return call.result(result);
    }

    private static Value product(Value subject, Call call) {
        for (String name : call.named().keySet()) {
            if (!name.equals("repeat")) {
                throw call.wrong("'product' has no argument '" + name + "'", "");
            }
        }
        List<List<Value>> once = lists(subject, call);
        int repeat = call.integer(Integer.MAX_VALUE, "repeat", 1);
        Bounds.check(repeat < 0 ? -1 : repeat, "product");
        List<List<Value>> tuples = List.of(List.of());
        for (int i = 0; i < repeat; i++) {
            for (List<Value> list : once) {
                Bounds.check(
                        (long) tuples.size() * list.size() * (tuples.getFirst().size() + 1), "product");
                List<List<Value>> longer = new ArrayList<>(tuples.size() * list.size());
                for (List<Value> tuple : tuples) {
                    for (Value element : list) {
                        List<Value> extended = new ArrayList<>(tuple);
                        extended.add(element);
                        longer.add(extended);
                    }
                }
                tuples = longer;
                if (tuples.isEmpty()) {
                    return call.result(List.<Value>of());
                }
            }
        }
        return call.result(tuples.stream().map(call::tuple).toList());
    }

    private static Value choices(Value subject, Call call, boolean ordered) {
        call.accept("r");
        List<Value> elements = call.elements(subject);
        if (!ordered) {
            call.required(0, "r");
        }
        boolean whole = call.argument(0, "r")
                .filter(value -> !(value instanceof NullValue))
                .isEmpty();
        int size = whole ? elements.size() : call.integer(0, "r", 0);
        if (size < 0) {
            throw call.wrong("'" + call.name() + "' does not accept a negative number", "");
        }
        List<ListValue> result = new ArrayList<>();
        if (size <= elements.size()) {
            choose(elements, size, ordered, new ArrayList<>(), result, call);
        }
        return call.result(result);
    }

    private static void choose(
            List<Value> elements, int size, boolean ordered, List<Integer> chosen, List<ListValue> result, Call call) {
        if (chosen.size() == size) {
            Bounds.check((long) result.size() * Math.max(1, size), call.name());
            result.add(call.tuple(chosen.stream().map(elements::get).toList()));
            return;
        }
        for (int i = ordered || chosen.isEmpty() ? 0 : chosen.getLast() + 1; i < elements.size(); i++) {
            if (!ordered || !chosen.contains(i)) {
                chosen.add(i);
                choose(elements, size, ordered, chosen, result, call);
                chosen.removeLast();
            }
        }
    }

    private static List<List<Value>> lists(Value subject, Call call) {
        List<List<Value>> lists = new ArrayList<>();
        lists.add(call.elements(subject));
        call.positional().forEach(list -> lists.add(call.elements(list)));
        return lists;
    }
}
