package io.urania.inventory.library;

import io.urania.inventory.value.ListValue;
import io.urania.inventory.value.MapValue;
import io.urania.inventory.value.TextValue;
import io.urania.inventory.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Mappings made of other values. Their keys are texts: Ansible would tell 1 from '1', and Urania cannot. */
public final class Mappings {
    private Mappings() {}

    /** What Python's {@code dict} makes of a mapping, or of a list of pairs. */
    public static Map<String, Value> ofPairs(Value pairs, Call call) {
        if (pairs instanceof MapValue map) {
            return map.entries();
        }
        Map<String, Value> entries = new LinkedHashMap<>();
        for (Value pair : ListFilters.elements(pairs, call)) {
            List<Value> parts = pair instanceof ListValue list ? list.elements() : List.of();
            if (parts.size() != 2) {
                throw call.wrong("'" + call.name() + "' wants pairs of a key and a value", "");
            }
            entries.put(key(parts.getFirst(), call), parts.getLast());
        }
        return entries;
    }

    static String key(Value key, Call call) {
        if (key instanceof TextValue text) {
            return text.text();
        }
        throw call.wrong(
                "a mapping's key is " + key.type(),
                "Ansible would tell it from the text that looks like it, Urania cannot");
    }
}
