package io.urania.inventory.library.filter;

import io.urania.inventory.library.Call;
import io.urania.inventory.library.Filter;
import io.urania.inventory.python.Display;
import io.urania.inventory.python.Truth;
import io.urania.inventory.value.NullValue;
import io.urania.inventory.value.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Filters that apply other filters and tests: {@code map}, {@code select} and their kin, and {@code ternary}. */
final class SelectionFilters {
    private SelectionFilters() {}

    static Map<String, Filter> all() {
        return Map.of(
                "map",
                SelectionFilters::map,
                "select",
                (subject, call) -> select(subject, call, true),
                "reject",
                (subject, call) -> select(subject, call, false),
                "selectattr",
                (subject, call) -> selectByAttribute(subject, call, true),
                "rejectattr",
                (subject, call) -> selectByAttribute(subject, call, false),
                "ternary",
                SelectionFilters::ternary,
                "default",
                SelectionFilters::otherwise,
                "d",
                SelectionFilters::otherwise);
    }

    private static Value map(Value subject, Call call) {
        List<Value> elements = call.elements(subject);
        Value attribute = call.named().get("attribute");
        if (attribute != null && call.positional().isEmpty()) {
            Optional<Value> otherwise = Optional.ofNullable(call.named().get("default"));
            return call.result(elements.stream()
                    .map(element -> Attributes.find(element, attribute)
                            .or(() -> otherwise)
                            .orElseGet(() -> Attributes.required(element, attribute)))
                    .toList());
        }
        String name = Display.text(call.required(0, "filter"));
        Filter filter = call.library().filter(name);
        Call inner = call.of(name, rest(call, 1), call.named());
        return call.result(
                elements.stream().map(element -> filter.apply(element, inner)).toList());
    }

    private static Value select(Value subject, Call call, boolean wanted) {
        return call.result(call.elements(subject).stream()
                .filter(element -> check(element, call, 0) == wanted)
                .toList());
    }

    private static Value selectByAttribute(Value subject, Call call, boolean wanted) {
        Value attribute = call.required(0, "attribute");
        boolean asksForDefined = call.positional().size() == 2
                && List.of("defined", "undefined")
                        .contains(Display.text(call.positional().get(1)));
        return call.result(call.elements(subject).stream()
                .filter(element -> {
                    if (asksForDefined) {
                        boolean defined = Attributes.find(element, attribute).isPresent();
                        return defined == Display.text(call.positional().get(1)).equals("defined") == wanted;
                    }
                    return check(Attributes.required(element, attribute), call, 1) == wanted;
                })
                .toList());
    }

    /** Whether an element passes the test named by the argument at {@code index}, or is true if none is named. */
    private static boolean check(Value element, Call call, int index) {
        if (call.positional().size() <= index) {
            return Truth.of(element);
        }
        String name = Display.text(call.positional().get(index));
        return call.library()
                .test(name)
                .check(element, call.of(name, rest(call, index + 1), new HashMap<>(call.named())));
    }

    /** As {@code map} applies it: what is undefined has failed before. */
    private static Value otherwise(Value subject, Call call) {
        call.accept("default_value", "boolean");
        boolean replaces = call.truth(1, "boolean", false) && !Truth.of(subject);
        return replaces ? call.argument(0, "default_value").orElseGet(() -> call.result("")) : subject;
    }

    private static Value ternary(Value subject, Call call) {
        call.accept("true_val", "false_val", "none_val");
        Optional<Value> ofNone = call.argument(2, "none_val").filter(value -> !(value instanceof NullValue));
        if (subject instanceof NullValue && ofNone.isPresent()) {
            return ofNone.get();
        }
        return Truth.of(subject) ? call.required(0, "true_val") : call.required(1, "false_val");
    }

    private static List<Value> rest(Call call, int from) {
        return call.positional().subList(from, call.positional().size());
    }
}
