package io.urania.inventory.library;

import io.urania.inventory.python.Display;
import io.urania.inventory.value.ListValue;
import io.urania.inventory.value.MapValue;
import io.urania.inventory.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Filters on mappings, and to and from JSON. */
final class DataFilters {
    private DataFilters() {}

    static Map<String, Filter> all() {
        return Map.of(
                "combine", DataFilters::combine,
                "dict2items", DataFilters::toItems,
                "items2dict", DataFilters::fromItems,
                "to_json", DataFilters::toJson,
                "from_json", DataFilters::fromJson);
    }

    private static Value combine(Value subject, Call call) {
        boolean recursive = false;
        for (Map.Entry<String, Value> argument : call.named().entrySet()) {
            switch (argument.getKey()) {
                case "recursive" -> recursive = call.truth(Integer.MAX_VALUE, "recursive", false);
                case "list_merge" -> {
                    if (!Display.text(argument.getValue()).equals("replace")) {
                        throw call.wrong("combine knows list_merge='replace' only", "");
                    }
                }
                default -> throw call.wrong("'combine' has no argument '" + argument.getKey() + "'", "");
            }
        }
        MapValue result = map(subject, call);
        for (Value argument : call.positional()) {
            List<Value> maps = argument instanceof ListValue list ? list.elements() : List.of(argument);
            for (Value other : maps) {
                result = merged(result, map(other, call), recursive, call);
            }
        }
        return result;
    }

    private static MapValue merged(MapValue left, MapValue right, boolean recursive, Call call) {
        Map<String, Value> entries = new LinkedHashMap<>(left.entries());
        right.entries().forEach((key, value) -> {
            boolean deeper = recursive && value instanceof MapValue && entries.get(key) instanceof MapValue;
            entries.put(
                    key,
                    deeper ? merged(map(entries.getOrDefault(key, value), call), map(value, call), true, call) : value);
        });
        return new MapValue(entries, call.position());
    }

    private static Value toItems(Value subject, Call call) {
        call.accept("key_name", "value_name");
        String keyName = call.text(0, "key_name", "key");
        String valueName = call.text(1, "value_name", "value");
        List<Value> items = new ArrayList<>();
        map(subject, call).entries().forEach((key, value) -> {
            Map<String, Value> item = new LinkedHashMap<>();
            item.put(keyName, call.result(key));
            item.put(valueName, value);
            items.add(new MapValue(item, call.position()));
        });
        return call.result(items);
    }

    private static Value fromItems(Value subject, Call call) {
        call.accept("key_name", "value_name");
        String keyName = call.text(0, "key_name", "key");
        String valueName = call.text(1, "value_name", "value");
        Map<String, Value> entries = new LinkedHashMap<>();
        for (Value item : ListFilters.elements(subject, call)) {
            MapValue map = map(item, call);
            Value key = map.get(keyName).orElseThrow(() -> call.wrong("an item has no '" + keyName + "'", ""));
            Value value = map.get(valueName).orElseThrow(() -> call.wrong("an item has no '" + valueName + "'", ""));
            entries.put(Display.text(key), value);
        }
        return new MapValue(entries, call.position());
    }

    private static Value toJson(Value subject, Call call) {
        call.accept();
        return call.result(Json.write(subject));
    }

    private static Value fromJson(Value subject, Call call) {
        call.accept();
        return Json.read(Display.text(subject), call);
    }

    private static MapValue map(Value value, Call call) {
        if (value instanceof MapValue map) {
            return map;
        }
        throw call.wrongSubject(value, "mappings");
    }
}
