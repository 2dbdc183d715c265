package io.urania.inventory.library.filter;

import io.urania.inventory.library.Call;
import io.urania.inventory.library.Filter;
import io.urania.inventory.python.Bounds;
import io.urania.inventory.python.Dictionary;
import io.urania.inventory.python.Display;
import io.urania.inventory.value.MapValue;
import io.urania.inventory.value.NullValue;
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
                "combine", MergeFilter::combine,
                "dict2items", DataFilters::toItems,
                "items2dict", DataFilters::fromItems,
                "to_json", (subject, call) -> toJson(subject, call, -1, false),
                "to_nice_json", (subject, call) -> toJson(subject, call, 4, true),
                "from_json", DataFilters::fromJson,
                "tojson", DataFilters::toSafeJson);
    }

    private static Value toItems(Value subject, Call call) {
        call.accept("key_name", "value_name");
        String keyName = call.text(0, "key_name", "key");
        String valueName = call.text(1, "value_name", "value");
        List<Value> items = new ArrayList<>();
        MapValue map = map(subject, call);
        map.entries().forEach((key, value) -> {
            Map<String, Value> item = new LinkedHashMap<>();
            item.put(keyName, map.key(key));
            item.put(valueName, value);
            items.add(new MapValue(item, call.position()));
        });
        return call.result(items);
    }

    private static Value fromItems(Value subject, Call call) {
        call.accept("key_name", "value_name");
        String keyName = call.text(0, "key_name", "key");
        String valueName = call.text(1, "value_name", "value");
        Dictionary entries = new Dictionary();
        for (Value item : call.elements(subject)) {
            MapValue map = map(item, call);
            Value key = map.get(keyName).orElseThrow(() -> call.wrong("an item has no '" + keyName + "'", ""));
            Value value = map.get(valueName).orElseThrow(() -> call.wrong("an item has no '" + valueName + "'", ""));
            entries.put(key, value);
        }
        return entries.build(call.position());
    }

    /** Other arguments of Python's {@code json.dumps} are refused. */
    private static Value toJson(Value subject, Call call, int indent, boolean sortKeys) {
        for (String name : call.named().keySet()) {
            if (!List.of("indent", "sort_keys", "ensure_ascii").contains(name)) {
                throw call.wrong("'" + call.name() + "' has no argument '" + name + "'", "");
            }
        }
        if (!call.positional().isEmpty()) {
            throw call.wrong(
                    "'" + call.name() + "' accepts indent, sort_keys and ensure_ascii as keyword arguments", "");
        }
        boolean oneLine = call.named().get("indent") instanceof NullValue;
        int columns = oneLine ? -1 : call.integer(Integer.MAX_VALUE, "indent", indent);
        Bounds.check(Math.max(columns, 0) * 1000L, "indent");
        JsonStyle style = new JsonStyle(
                columns,
                call.truth(Integer.MAX_VALUE, "sort_keys", sortKeys),
                call.truth(Integer.MAX_VALUE, "ensure_ascii", true));
        return call.result(Json.write(subject, style));
    }

    /** Jinja2's: sorted, and with nothing that means something in HTML. */
    private static Value toSafeJson(Value subject, Call call) {
        call.accept();
        return call.result(Json.write(subject, new JsonStyle(-1, true, true))
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026")
                .replace("'", "\\u0027"));
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
