package io.urania.inventory.library.filter;

import io.urania.inventory.library.Call;
import io.urania.inventory.python.Comparison;
import io.urania.inventory.python.Dictionary;
import io.urania.inventory.value.ListValue;
import io.urania.inventory.value.MapValue;
import io.urania.inventory.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code combine}: mappings merged into one; the later ones win. */
final class MergeFilter {
    private static final Set<String> LIST_MERGES =
            Set.of("replace", "keep", "append", "prepend", "append_rp", "prepend_rp");

    private final boolean recursive;
    private final String listMerge;
    private final Call call;

    private MergeFilter(boolean recursive, String listMerge, Call call) {
        this.recursive = recursive;
        this.listMerge = listMerge;
        this.call = call;
    }

    static Value combine(Value subject, Call call) {
        for (String name : call.named().keySet()) {
            if (!name.equals("recursive") && !name.equals("list_merge")) {
                throw call.wrong("'combine' has no argument '" + name + "'", "it accepts recursive and list_merge");
            }
        }
        String listMerge = call.text(Integer.MAX_VALUE, "list_merge", "replace");
        if (!LIST_MERGES.contains(listMerge)) {
            throw call.wrong("'" + listMerge + "' is not a way to merge lists", String.join(", ", LIST_MERGES));
        }
        List<Value> terms = new ArrayList<>();
        flatten(subject, terms);
        call.positional().forEach(term -> flatten(term, terms));
        if (terms.isEmpty()) {
            return call.result(Map.<String, Value>of());
        }
        if (terms.size() == 1) {
            return terms.getFirst();
        }
        MergeFilter merge = new MergeFilter(call.truth(Integer.MAX_VALUE, "recursive", false), listMerge, call);
        // From the last to the first, as Ansible does, whose order of keys and lists this gives.
        MapValue result = merge.map(terms.getLast());
        for (int i = terms.size() - 2; i >= 0; i--) {
            result = merge.merged(merge.map(terms.get(i)), result);
        }
        return result;
    }

    private static void flatten(Value term, List<Value> terms) {
        if (term instanceof ListValue list) {
            terms.addAll(list.elements());
        } else {
            terms.add(term);
        }
    }

    private MapValue merged(MapValue low, MapValue high) {
        if (low.entries().isEmpty() || Comparison.equal(low, high)) {
            return high;
        }
        Dictionary entries = new Dictionary();
        entries.putAll(low);
        high.entries().forEach((name, value) -> {
            Value key = high.key(name);
            entries.put(key, entries.get(key).map(old -> merged(old, value)).orElse(value));
        });
        return entries.build(call.position());
    }

    private Value merged(Value low, Value high) {
        if (low instanceof MapValue lowMap && high instanceof MapValue highMap) {
            return recursive ? merged(lowMap, highMap) : high;
        }
        if (low instanceof ListValue lowList && high instanceof ListValue highList && areLists(lowList, highList)) {
            return switch (listMerge) {
                case "keep" -> low;
                case "append" -> joined(lowList.elements(), highList.elements());
                case "prepend" -> joined(highList.elements(), lowList.elements());
                case "append_rp" -> joined(without(lowList, highList), highList.elements());
                case "prepend_rp" -> joined(highList.elements(), without(lowList, highList));
                default -> high;
            };
        }
        return high;
    }

    /** Tuples take each other's place, as texts do. */
    private static boolean areLists(ListValue low, ListValue high) {
        return low.kind() == ListValue.Kind.LIST && high.kind() == ListValue.Kind.LIST;
    }

    private Value joined(List<Value> first, List<Value> second) {
        List<Value> elements = new ArrayList<>(first);
        elements.addAll(second);
        return call.result(elements);
    }

    private static List<Value> without(ListValue list, ListValue others) {
        return list.elements().stream()
                .filter(element -> !Comparison.contains(others, element))
                .toList();
    }

    private MapValue map(Value value) {
        if (value instanceof MapValue map) {
            return map;
        }
        throw call.wrong("'combine' expects mappings, not " + value.type(), "");
    }
}
