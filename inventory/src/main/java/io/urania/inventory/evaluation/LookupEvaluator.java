package io.urania.inventory.evaluation;

import io.urania.inventory.library.Call;
import io.urania.inventory.library.Library;
import io.urania.inventory.library.lookup.Lookups;
import io.urania.inventory.problem.Suggestion;
import io.urania.inventory.python.Display;
import io.urania.inventory.python.OperationException;
import io.urania.inventory.python.Truth;
import io.urania.inventory.value.ListValue;
import io.urania.inventory.value.TextValue;
import io.urania.inventory.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code lookup} and {@code query}. */
final class LookupEvaluator {
    private final Rendering rendering;
    private final ExpressionEvaluator expressions;

    LookupEvaluator(Rendering rendering, ExpressionEvaluator expressions) {
        this.rendering = rendering;
        this.expressions = expressions;
    }

    /**
     * {@code query} gives the list of what was found. {@code lookup} gives the one result as it is, joins several with commas if they are
     * texts, and gives the list if they are not.
     */
    Value lookup(String function, Call call) {
        if (call.positional().isEmpty()) {
            throw new OperationException("'" + function + "' requires the name of a lookup", "", "");
        }
        String name = Display.text(call.positional().getFirst());
        Map<String, Value> named = new LinkedHashMap<>(call.named());
        boolean wantsList = !function.equals("lookup");
        Value asked = named.remove("wantlist");
        if (asked != null) {
            wantsList = Truth.of(asked);
        }
        if (named.containsKey("errors")) {
            throw new OperationException(
                    "the argument 'errors' of lookups is not supported",
                    "a failing lookup is always an error",
                    "remove it");
        }
        List<Value> terms = call.positional().subList(1, call.positional().size());
        for (Value term : terms) {
            if (term instanceof TextValue text && text.text().contains("{{")) {
                throw new OperationException(
                        "a lookup's argument contains a template",
                        "Ansible renders it too, until ansible-core 2.23",
                        "join texts and variables with ~ instead");
            }
        }
        Call arguments = new Call(Library.plain(name), List.of(), named, call.position(), call.library());
        String plain = Library.plain(name);
        List<Value> found = plain.equals("vars")
                ? variables(terms, arguments)
                : rendering.library().lookup(name).find(terms, arguments);
        if (Lookups.isSecret(plain, terms)) {
            rendering.noteLookedUp();
        }
        if (wantsList || found.isEmpty()) {
            return new ListValue(found, call.position());
        }
        if (found.size() == 1) {
            return found.getFirst();
        }
        return found.stream().allMatch(TextValue.class::isInstance)
                ? call.result(String.join(",", found.stream().map(Display::text).toList()))
                : new ListValue(found, call.position());
    }

    /** {@code lookup('vars', name)}: variables whose names are computed. */
    private List<Value> variables(List<Value> names, Call call) {
        call.accept("default");
        List<Value> found = new ArrayList<>();
        for (Value name : names) {
            if (!(name instanceof TextValue text)) {
                throw call.wrongSubject(name, "the name of a variable");
            }
            found.add(rendering
                    .named(text.text(), expressions.scope())
                    .filter(operand -> !(operand instanceof Operand.Missing)
                            || call.argument(0, "default").isEmpty())
                    .map(rendering::finished)
                    .or(() -> call.argument(0, "default"))
                    .orElseThrow(() -> new OperationException(
                            "there is no variable '" + text.text() + "'",
                            "",
                            Suggestion.didYouMean(
                                    text.text(), expressions.scope().names(), "set it, or pass default="))));
        }
        return found;
    }
}
