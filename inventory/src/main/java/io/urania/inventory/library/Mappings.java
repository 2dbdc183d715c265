package io.urania.inventory.library;

import io.urania.inventory.python.Dictionary;
import io.urania.inventory.value.ListValue;
import io.urania.inventory.value.MapValue;
import io.urania.inventory.value.Value;
import java.util.List;

/** Mappings made of other values. */
public final class Mappings {
    private Mappings() {}

    /** What Python's {@code dict} makes of a mapping, or of a list of pairs. */
    public static MapValue ofPairs(Value pairs, Call call) {
        if (pairs instanceof MapValue map) {
            return map;
        }
        Dictionary entries = new Dictionary();
        for (Value pair : ListFilters.elements(pairs, call)) {
            List<Value> parts = pair instanceof ListValue list ? list.elements() : List.of();
            if (parts.size() != 2) {
                throw call.wrong("'" + call.name() + "' wants pairs of a key and a value", "");
            }
            entries.put(parts.getFirst(), parts.getLast());
        }
        return entries.build(call.position());
    }
}
