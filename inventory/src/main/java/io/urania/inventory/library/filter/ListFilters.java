package io.urania.inventory.library.filter;

import io.urania.inventory.library.Call;
import io.urania.inventory.library.Filter;
import io.urania.inventory.python.Arithmetic;
import io.urania.inventory.python.Comparison;
import io.urania.inventory.python.Display;
import io.urania.inventory.python.Text;
import io.urania.inventory.value.IntegerValue;
import io.urania.inventory.value.ListValue;
import io.urania.inventory.value.MapValue;
import io.urania.inventory.value.NullValue;
import io.urania.inventory.value.TextValue;
import io.urania.inventory.value.Value;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Filters on lists; a mapping counts as the list of its keys and a text as the list of its characters. */
final class ListFilters {
    private ListFilters() {}

    static Map<String, Filter> all() {
        return Map.ofEntries(
                Map.entry("list", ListFilters::list),
                Map.entry("length", ListFilters::length),
                Map.entry("count", ListFilters::length),
                Map.entry("first", (subject, call) -> end(subject, call, false)),
                Map.entry("last", (subject, call) -> end(subject, call, true)),
                Map.entry("join", ListFilters::join),
                Map.entry("sort", ListFilters::sort),
                Map.entry("unique", ListFilters::unique),
                Map.entry("reverse", ListFilters::reverse),
                Map.entry("flatten", ListFilters::flatten),
                Map.entry("min", (subject, call) -> extreme(subject, call, Comparator.reverseOrder())),
                Map.entry("max", (subject, call) -> extreme(subject, call, Comparator.naturalOrder())),
                Map.entry("sum", ListFilters::sum));
    }

    private static Value length(Value subject, Call call) {
        call.accept();
        int length = switch (subject) {
            case ListValue list -> list.elements().size();
            case MapValue map -> map.entries().size();
            case TextValue text -> text.text().codePointCount(0, text.text().length());
            default -> throw call.wrongSubject(subject, "a list, a mapping or a text");
        };
        return call.result(BigInteger.valueOf(length));
    }

    private static Value list(Value subject, Call call) {
        call.accept();
        return call.result(call.elements(subject));
    }

    private static Value end(Value subject, Call call, boolean last) {
        call.accept();
        List<Value> elements = call.elements(subject);
        if (elements.isEmpty()) {
            throw new NothingException("there is no " + call.name() + " element: the list is empty");
        }
        return last ? elements.getLast() : elements.getFirst();
    }

    private static Value join(Value subject, Call call) {
        call.accept("d", "attribute");
        String separator = call.text(0, "d", "");
        List<String> parts = keyed(subject, call, 1).stream()
                .map(Keyed::key)
                .map(Display::text)
                .toList();
        return call.result(Text.joined(parts, separator));
    }

    private static Value sort(Value subject, Call call) {
        call.accept("reverse", "case_sensitive", "attribute");
        boolean caseSensitive = call.truth(1, "case_sensitive", false);
        List<Keyed> keyed = new ArrayList<>(sortKeys(subject, caseSensitive, call));
        Comparator<Keyed> order = (left, right) -> Comparison.order(left.key(), right.key());
        keyed.sort(call.truth(0, "reverse", false) ? order.reversed() : order);
        return call.result(keyed.stream().map(Keyed::element).toList());
    }

    /** The attribute to sort by may be several, with commas between. */
    private static List<Keyed> sortKeys(Value subject, boolean caseSensitive, Call call) {
        Optional<Value> attribute = call.argument(2, "attribute").filter(value -> !(value instanceof NullValue));
        List<Keyed> keyed = new ArrayList<>();
        for (Value element : call.elements(subject)) {
            List<Value> keys = attribute.isEmpty()
                    ? List.of(folded(element, caseSensitive, call))
                    : Stream.of(Display.text(attribute.get()).split(",", -1))
                            .map(path -> Attributes.required(element, call.result(path)))
                            .map(key -> folded(key, caseSensitive, call))
                            .toList();
            keyed.add(new Keyed(element, call.result(keys)));
        }
        return keyed;
    }

    private static Value unique(Value subject, Call call) {
        call.accept("case_sensitive", "attribute");
        boolean caseSensitive = call.truth(0, "case_sensitive", false);
        Set<String> seenTexts = new HashSet<>();
        List<Value> seenOthers = new ArrayList<>();
        List<Value> result = new ArrayList<>();
        for (Keyed keyed : keyed(subject, call, 1)) {
            Value key = folded(keyed.key(), caseSensitive, call);
            boolean isNew;
            if (key instanceof TextValue text) {
                isNew = seenTexts.add(text.text());
            } else {
                isNew = seenOthers.stream().noneMatch(other -> Comparison.equal(other, key));
                seenOthers.add(key);
            }
            if (isNew) {
                result.add(keyed.element());
            }
        }
        return call.result(result);
    }

    private static Value reverse(Value subject, Call call) {
        call.accept();
        if (subject instanceof TextValue text) {
            return call.result(new StringBuilder(text.text()).reverse().toString());
        }
        return call.result(call.elements(subject).reversed());
    }

    private static Value flatten(Value subject, Call call) {
        call.accept("levels", "skip_nulls");
        List<Value> result = new ArrayList<>();
        int levels = call.integer(0, "levels", Integer.MAX_VALUE);
        flatten(call.elements(subject), levels, call.truth(1, "skip_nulls", true), result);
        return call.result(result);
    }

    private static void flatten(List<Value> elements, int levels, boolean skipNulls, List<Value> result) {
        for (Value element : elements) {
            if (element instanceof ListValue list && levels > 0) {
                flatten(list.elements(), levels - 1, skipNulls, result);
            } else if (!skipNulls || !isNothing(element)) {
                result.add(element);
            }
        }
    }

    private static boolean isNothing(Value element) {
        return element instanceof NullValue
                || (element instanceof TextValue text
                        && (text.text().equals("None") || text.text().equals("null")));
    }

    private static Value extreme(Value subject, Call call, Comparator<Integer> wanted) {
        call.accept("case_sensitive", "attribute");
        boolean caseSensitive = call.truth(0, "case_sensitive", false);
        return keyed(subject, call, 1).stream()
                .reduce((best, next) -> {
                    int order = Comparison.order(
                            folded(next.key(), caseSensitive, call), folded(best.key(), caseSensitive, call));
                    return wanted.compare(order, 0) > 0 ? next : best;
                })
                .map(Keyed::element)
                .orElseThrow(() -> new NothingException("the list is empty and has no " + call.name()));
    }

    private static Value sum(Value subject, Call call) {
        call.accept("attribute", "start");
        Value total = call.argument(1, "start").orElse(new IntegerValue(0, call.position()));
        for (Keyed keyed : keyed(subject, call, 0)) {
            total = Arithmetic.apply("+", total, keyed.key(), call.position());
        }
        return total;
    }

    /** An element and what it is sorted, joined or summed by: itself, or the attribute asked for. */
    private record Keyed(Value element, Value key) {}

    private static List<Keyed> keyed(Value subject, Call call, int index) {
        Optional<Value> attribute = call.argument(index, "attribute").filter(value -> !(value instanceof NullValue));
        return call.elements(subject).stream()
                .map(element -> new Keyed(
                        element,
                        attribute
                                .map(path -> Attributes.required(element, path))
                                .orElse(element)))
                .toList();
    }

    private static Value folded(Value key, boolean caseSensitive, Call call) {
        return !caseSensitive && key instanceof TextValue text
                ? call.result(text.text().toLowerCase(Locale.ROOT))
                : key;
    }
}
