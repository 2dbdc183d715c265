package io.urania.inventory.library.lookup;

import io.urania.inventory.library.Call;
import io.urania.inventory.library.Lookup;
import io.urania.inventory.value.IntegerValue;
import io.urania.inventory.value.ListValue;
import io.urania.inventory.value.MapValue;
import io.urania.inventory.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lookups that only put their arguments in another shape. */
final class DataLookups {
    private DataLookups() {}

    static Map<String, Lookup> all() {
        return Map.of(
                "items",
                (terms, call) -> flattened(terms, call),
                "list",
                (terms, call) -> unchanged(terms, call),
                "dict",
                DataLookups::items,
                "indexed_items",
                DataLookups::indexed);
    }

    private static List<Value> unchanged(List<Value> terms, Call call) {
        call.accept();
        return terms;
    }

    /** Lists among the terms give their elements. */
    private static List<Value> flattened(List<Value> terms, Call call) {
        call.accept();
        List<Value> found = new ArrayList<>();
        for (Value term : terms) {
            found.addAll(term instanceof ListValue list ? list.elements() : List.of(term));
        }
        return found;
    }

    private static List<Value> items(List<Value> terms, Call call) {
        call.accept();
        List<Value> found = new ArrayList<>();
        for (Value term : terms) {
            if (!(term instanceof MapValue map)) {
                throw call.wrongSubject(term, "mappings");
            }
            map.entries().forEach((key, value) -> found.add(call.result(orderedItem(map.key(key), value))));
        }
        return found;
    }

    private static Map<String, Value> orderedItem(Value key, Value value) {
        Map<String, Value> item = new LinkedHashMap<>();
        item.put("key", key);
        item.put("value", value);
        return item;
    }

    private static List<Value> indexed(List<Value> terms, Call call) {
        List<Value> found = new ArrayList<>();
        for (Value element : flattened(terms, call)) {
            found.add(call.tuple(List.of(new IntegerValue(found.size(), call.position()), element)));
        }
        return found;
    }
}
