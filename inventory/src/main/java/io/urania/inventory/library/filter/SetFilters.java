package io.urania.inventory.library.filter;

import io.urania.inventory.library.Call;
import io.urania.inventory.library.Filter;
import io.urania.inventory.python.Comparison;
import io.urania.inventory.value.TextValue;
import io.urania.inventory.value.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Filters that take lists as sets. Ansible gives no order for their results, and another one each time; here they keep the order in which
 * the elements come.
 */
final class SetFilters {
    private SetFilters() {}

    static Map<String, Filter> all() {
        return Map.of(
                "union", (subject, call) -> joined(left(subject, call), right(call), call),
                "intersect", (subject, call) -> kept(left(subject, call), right(call), true, call),
                "difference", (subject, call) -> kept(left(subject, call), right(call), false, call),
                "symmetric_difference", SetFilters::symmetric);
    }

    private static Value symmetric(Value subject, Call call) {
        List<Value> left = left(subject, call);
        List<Value> right = right(call);
        List<Value> onlyLeft = new Elements(right).without(left);
        return joined(onlyLeft, new Elements(left).without(right), call);
    }

    private static Value joined(List<Value> left, List<Value> right, Call call) {
        return call.result(new Elements(List.of())
                .without(Stream.concat(left.stream(), right.stream()).toList()));
    }

    private static Value kept(List<Value> left, List<Value> right, boolean common, Call call) {
        Elements others = new Elements(right);
        List<Value> wanted = left.stream()
                .filter(element -> others.contains(element) == common)
                .toList();
        return call.result(new Elements(List.of()).without(wanted));
    }

    private static List<Value> left(Value subject, Call call) {
        call.accept("other");
        return call.elements(subject);
    }

    private static List<Value> right(Call call) {
        return call.elements(call.required(0, "other"));
    }

    /** Texts are looked up; other values are compared one by one. */
    private static final class Elements {
        private final Set<String> texts = new HashSet<>();
        private final List<Value> others = new ArrayList<>();

        Elements(List<Value> elements) {
            elements.forEach(this::add);
        }

        boolean contains(Value element) {
            return element instanceof TextValue text
                    ? texts.contains(text.text())
                    : others.stream().anyMatch(other -> Comparison.equal(other, element));
        }

        /** Those of a list that are not here, each once. */
        List<Value> without(List<Value> list) {
            List<Value> result = new ArrayList<>();
            for (Value element : list) {
                if (!contains(element)) {
                    result.add(element);
                    add(element);
                }
            }
            return result;
        }

        private void add(Value element) {
            if (element instanceof TextValue text) {
                texts.add(text.text());
            } else {
                others.add(element);
            }
        }
    }
}
