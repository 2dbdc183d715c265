package io.urania.inventory.library.filter;

import io.urania.inventory.library.Call;
import io.urania.inventory.library.Filter;
import io.urania.inventory.python.Bounds;
import io.urania.inventory.python.Comparison;
import io.urania.inventory.python.Dictionary;
import io.urania.inventory.python.Display;
import io.urania.inventory.python.Numbers;
import io.urania.inventory.value.ListValue;
import io.urania.inventory.value.MapValue;
import io.urania.inventory.value.NullValue;
import io.urania.inventory.value.TextValue;
import io.urania.inventory.value.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Filters that cut lists into parts, and reach into what they hold. */
final class GroupingFilters {
    private GroupingFilters() {}

    static Map<String, Filter> all() {
        return Map.of(
                "batch", GroupingFilters::batch,
                "slice", GroupingFilters::slice,
                "groupby", GroupingFilters::group,
                "items", GroupingFilters::items,
                "dictsort", GroupingFilters::sortItems,
                "subelements", GroupingFilters::subelements,
                "extract", GroupingFilters::extract,
                "rekey_on_member", GroupingFilters::rekey,
                "mandatory", GroupingFilters::mandatory);
    }

    private static Value batch(Value subject, Call call) {
        call.accept("linecount", "fill_with");
        call.required(0, "linecount");
        int size = call.integer(0, "linecount", 1);
        if (size < 1) {
            throw call.wrong("'batch' requires a size of at least 1", "");
        }
        List<Value> elements = call.elements(subject);
        Optional<Value> fill = fill(call);
        List<Value> batches = new ArrayList<>();
        for (int i = 0; i < elements.size(); i += size) {
            List<Value> batch = new ArrayList<>(elements.subList(i, Math.min(elements.size(), i + size)));
            if (fill.isPresent()) {
                Bounds.check(size, "batch");
                while (batch.size() < size) {
                    batch.add(fill.get());
                }
            }
            batches.add(call.result(batch));
        }
        return call.result(batches);
    }

    private static Value slice(Value subject, Call call) {
        call.accept("slices", "fill_with");
        call.required(0, "slices");
        int slices = call.integer(0, "slices", 1);
        if (slices < 1) {
            throw call.wrong("'slice' requires at least 1 slice", "");
        }
        Bounds.check(slices, "slice");
        List<Value> elements = call.elements(subject);
        Optional<Value> fill = fill(call);
        int longer = elements.size() % slices;
        List<Value> result = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < slices; i++) {
            int to = from + elements.size() / slices + (i < longer ? 1 : 0);
            List<Value> part = new ArrayList<>(elements.subList(from, to));
            if (i >= longer) {
                fill.ifPresent(part::add);
            }
            result.add(call.result(part));
            from = to;
        }
        return call.result(result);
    }

    private static Optional<Value> fill(Call call) {
        return call.argument(1, "fill_with").filter(value -> !(value instanceof NullValue));
    }

    private static Value group(Value subject, Call call) {
        call.accept("attribute", "default", "case_sensitive");
        if (call.argument(1, "default")
                .filter(value -> !(value instanceof NullValue))
                .isPresent()) {
            throw call.wrong("'groupby' does not accept a default here", "Ansible fails on it where it would be used");
        }
        Value path = call.required(0, "attribute");
        boolean caseSensitive = call.truth(2, "case_sensitive", false);
        record Keyed(Value element, Value written, Value key) {}
        List<Keyed> keyed = new ArrayList<>();
        for (Value element : call.elements(subject)) {
            Value written = Attributes.required(element, path);
            keyed.add(new Keyed(element, written, folded(written, caseSensitive, call)));
        }
        keyed.sort((left, right) -> Comparison.order(left.key(), right.key()));
        List<Value> groups = new ArrayList<>();
        for (int i = 0; i < keyed.size(); ) {
            List<Value> members = new ArrayList<>();
            int first = i;
            while (i < keyed.size()
                    && Comparison.equal(keyed.get(i).key(), keyed.get(first).key())) {
                members.add(keyed.get(i).element());
                i++;
            }
            groups.add(call.tuple(List.of(keyed.get(first).written(), call.result(members))));
        }
        return call.result(groups);
    }

    private static Value folded(Value key, boolean caseSensitive, Call call) {
        return !caseSensitive && key instanceof TextValue text
                ? call.result(text.text().toLowerCase(Locale.ROOT))
                : key;
    }

    private static Value items(Value subject, Call call) {
        call.accept();
        if (subject instanceof MapValue map) {
            return call.items(map);
        }
        throw call.wrongSubject(subject, "a mapping");
    }

    private static Value sortItems(Value subject, Call call) {
        call.accept("case_sensitive", "by", "reverse");
        if (!(subject instanceof MapValue map)) {
            throw call.wrongSubject(subject, "a mapping");
        }
        boolean caseSensitive = call.truth(0, "case_sensitive", false);
        int index = switch (call.text(1, "by", "key")) {
            case "key" -> 0;
            case "value" -> 1;
            default -> throw call.wrong("'dictsort' sorts by key or value", "");
        };
        List<Value> items = new ArrayList<>(call.items(map).elements());
        Comparator<Value> order = (left, right) -> Comparison.order(
                folded(((ListValue) left).elements().get(index), caseSensitive, call),
                folded(((ListValue) right).elements().get(index), caseSensitive, call));
        items.sort(call.truth(2, "reverse", false) ? order.reversed() : order);
        return call.result(items);
    }

    private static Value subelements(Value subject, Call call) {
        call.accept("subelements", "skip_missing");
        List<Value> elements =
                subject instanceof MapValue map ? List.copyOf(map.entries().values()) : call.elements(subject);
        Value path = call.required(0, "subelements");
        List<String> keys = path instanceof ListValue list
                ? list.elements().stream().map(Display::text).toList()
                : List.of(Display.text(path).split("\\.", -1));
        boolean skip = call.truth(1, "skip_missing", false);
        List<Value> result = new ArrayList<>();
        for (Value element : elements) {
            Value inner = element;
            for (String key : keys) {
                if (!(inner instanceof MapValue map)) {
                    throw call.wrong("'" + key + "' is looked up in " + inner.type(), "a mapping is expected");
                }
                Optional<Value> next = map.get(key);
                if (next.isEmpty() && !skip) {
                    throw call.wrong("an element has no '" + key + "'", "");
                }
                inner = next.orElseGet(() -> call.result(List.<Value>of()));
                if (next.isEmpty()) {
                    break;
                }
            }
            if (!(inner instanceof ListValue list)) {
                throw call.wrong("'" + Display.text(path) + "' of an element is not a list", "it is " + inner.type());
            }
            for (Value value : list.elements()) {
                result.add(call.tuple(List.of(element, value)));
            }
        }
        return call.result(result);
    }

    private static Value extract(Value subject, Call call) {
        call.accept("container", "morekeys");
        List<Value> keys = new ArrayList<>(List.of(subject));
        call.argument(1, "morekeys")
                .filter(value -> !(value instanceof NullValue))
                .ifPresent(more -> keys.addAll(more instanceof ListValue list ? list.elements() : List.of(more)));
        Value value = call.required(0, "container");
        for (Value key : keys) {
            value = member(value, key)
                    .orElseThrow(() -> new NothingException("there is no '" + Display.text(key) + "' to extract"));
        }
        return value;
    }

    private static Optional<Value> member(Value container, Value key) {
        return switch (container) {
            case MapValue map -> Dictionary.find(map, key);
            case ListValue list ->
                Numbers.integer(key)
                        .map(number -> number.signum() < 0
                                ? number.intValue() + list.elements().size()
                                : number.intValue())
                        .filter(index -> index >= 0 && index < list.elements().size())
                        .map(list.elements()::get);
            default -> Optional.empty();
        };
    }

    private static Value rekey(Value subject, Call call) {
        call.accept("key", "duplicates");
        String key = Display.text(call.required(0, "key"));
        boolean overwrite = switch (call.text(1, "duplicates", "error")) {
            case "error" -> false;
            case "overwrite" -> true;
            default -> throw call.wrong("duplicates must be error or overwrite", "");
        };
        List<Value> elements = subject instanceof MapValue map
                ? List.copyOf(map.entries().values())
                : subject instanceof ListValue list ? list.elements() : List.of(subject);
        Dictionary result = new Dictionary();
        for (Value element : elements) {
            Value found = (element instanceof MapValue map ? map.get(key) : Optional.<Value>empty())
                    .orElseThrow(() -> call.wrong("an element has no '" + key + "'", ""));
            if (result.put(found, element).isPresent() && !overwrite) {
                throw call.wrong("'" + Display.text(found) + "' is the key of two elements", "");
            }
        }
        return result.build(call.position());
    }

    /** What is undefined has failed before it comes here. */
    private static Value mandatory(Value subject, Call call) {
        call.accept("msg");
        return subject;
    }
}
