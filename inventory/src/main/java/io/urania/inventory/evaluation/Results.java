package io.urania.inventory.evaluation;

import io.urania.inventory.expression.TemplateException;
import io.urania.inventory.problem.Problem;
import io.urania.inventory.value.ListValue;
import io.urania.inventory.value.MapValue;
import io.urania.inventory.value.Value;
import java.util.List;

/** What of a template's value can leave it: tuples become lists, and ranges are refused. */
final class Results {
    /** As deep as what is written in an inventory may be. */
    private static final int DEEPEST = 200;

    private Results() {}

    static Value result(Value value) {
        check(value, 0);
        return withoutTuples(value);
    }

    private static void check(Value value, int depth) {
        if (depth > DEEPEST) {
            throw new TemplateException(Problem.error(
                    value.position(),
                    "the template's value is nested too deeply",
                    "lists and mappings are nested more than " + DEEPEST + " deep",
                    "split it"));
        }
        switch (value) {
            case ListValue list -> {
                if (list.kind() == ListValue.Kind.RANGE) {
                    throw new TemplateException(Problem.error(
                            list.position(),
                            "a range is not a valid value of a variable",
                            "",
                            "convert it to a list: range(…) | list"));
                }
                list.elements().forEach(element -> check(element, depth + 1));
            }
            case MapValue map -> map.entries().values().forEach(element -> check(element, depth + 1));
            default -> {}
        }
    }

    /** The same value if there is no tuple in it. */
    static Value withoutTuples(Value value) {
        return switch (value) {
            case ListValue list
            when hasTuple(list) -> {
                List<Value> elements =
                        list.elements().stream().map(Results::withoutTuples).toList();
                ListValue.Kind kind = list.kind() == ListValue.Kind.TUPLE ? ListValue.Kind.LIST : list.kind();
                yield new ListValue(elements, list.position(), kind);
            }
            case MapValue map when hasTuple(map) -> map.map((_, element) -> withoutTuples(element));
            default -> value;
        };
    }

    private static boolean hasTuple(Value value) {
        return switch (value) {
            case ListValue list ->
                list.kind() == ListValue.Kind.TUPLE || list.elements().stream().anyMatch(Results::hasTuple);
            case MapValue map -> map.entries().values().stream().anyMatch(Results::hasTuple);
            default -> false;
        };
    }
}
