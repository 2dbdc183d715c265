package io.urania.inventory.evaluation;

import io.urania.inventory.expression.Expression;
import io.urania.inventory.expression.Expression.Arguments;
import io.urania.inventory.expression.TemplateText;
import io.urania.inventory.library.Call;
import io.urania.inventory.library.Filter;
import io.urania.inventory.library.Library;
import io.urania.inventory.library.Lookup;
import io.urania.inventory.library.Methods;
import io.urania.inventory.library.Test;
import io.urania.inventory.python.Display;
import io.urania.inventory.python.Numbers;
import io.urania.inventory.python.OperationException;
import io.urania.inventory.python.Truth;
import io.urania.inventory.value.IntegerValue;
import io.urania.inventory.value.ListValue;
import io.urania.inventory.value.MapValue;
import io.urania.inventory.value.TextValue;
import io.urania.inventory.value.Value;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Filters, tests, methods and functions: everything with arguments. */
final class CallEvaluator {
    private static final int LONGEST_RANGE = 100_000;

    private final Rendering rendering;
    private final ExpressionEvaluator expressions;
    private final TemplateText source;

    CallEvaluator(Rendering rendering, ExpressionEvaluator expressions, TemplateText source) {
        this.rendering = rendering;
        this.expressions = expressions;
        this.source = source;
    }

    Operand filter(Expression.Filter filter, Locals locals) {
        String name = Library.plain(filter.name());
        if (name.equals("default") || name.equals("d")) {
            return otherwise(filter, locals);
        }
        Filter function =
                expressions.guarded(filter.offset(), () -> rendering.library().filter(filter.name()));
        Operand target = expressions.evaluate(filter.target(), locals);
        if (target instanceof Operand.Missing) {
            return target;
        }
        Value subject = expressions.guarded(filter.target().offset(), () -> subject(name, target));
        Call call = call(name, filter.arguments(), locals);
        return expressions.result(filter.offset(), () -> function.apply(subject, call));
    }

    Operand test(Expression.Test test, Locals locals) {
        String name = Library.plain(test.name());
        if (name.equals("defined") || name.equals("undefined")) {
            boolean defined = !(expressions.evaluate(test.target(), locals) instanceof Operand.Missing);
            return expressions.truth(defined == name.equals("defined") != test.negated());
        }
        Test function =
                expressions.guarded(test.offset(), () -> rendering.library().test(test.name()));
        Value subject = expressions.value(test.target(), locals);
        Call call = call(name, test.arguments(), locals);
        boolean passes = expressions.guarded(test.offset(), () -> function.check(subject, call));
        return expressions.truth(passes != test.negated());
    }

    Operand call(Expression.Call call, Locals locals) {
        Operand target = expressions.evaluate(call.target(), locals);
        return switch (target) {
            case Operand.Missing missing -> missing;
            case Operand.Function function ->
                expressions.result(call.target().offset(), () -> function(function.name(), call.arguments(), locals));
            case Operand.Method method -> {
                Value subject = expressions.guarded(call.offset(), () -> rendering.finished(method.target()));
                Call arguments = call(method.name(), call.arguments(), locals);
                yield expressions.result(call.offset(), () -> Methods.call(subject, arguments));
            }
            default ->
                throw source.failure(
                        call.offset(),
                        "this cannot be called",
                        "only functions and methods can",
                        "remove the parentheses");
        };
    }

    /** {@code hostvars} is its hosts' names to a filter, and a length needs no templates rendered. */
    private Value subject(String filter, Operand target) {
        if (target instanceof Operand.Raw raw && (filter.equals("length") || filter.equals("count"))) {
            return raw.container();
        }
        if (target instanceof Operand.AllHosts) {
            List<Value> names = new ArrayList<>();
            rendering
                    .hosts()
                    .names()
                    .forEach(
                            name -> names.add(new TextValue(name, source.value().position(), true)));
            return new ListValue(names, source.value().position());
        }
        return rendering.finished(target);
    }

    /** {@code default(value, true)} also takes the place of what is false or empty. */
    private Operand otherwise(Expression.Filter filter, Locals locals) {
        Operand target = expressions.evaluate(filter.target(), locals);
        Arguments arguments = filter.arguments();
        Expression onFalse = arguments.positional().size() > 1
                ? arguments.positional().get(1)
                : arguments.named().get("boolean");
        boolean undefined = target instanceof Operand.Missing;
        boolean replaces = undefined
                || (onFalse != null
                        && Truth.of(expressions.value(onFalse, locals))
                        && !Truth.of(expressions.guarded(filter.offset(), () -> rendering.finished(target))));
        if (!replaces) {
            return target;
        }
        Expression replacement = arguments.positional().isEmpty()
                ? arguments.named().get("default_value")
                : arguments.positional().getFirst();
        return replacement == null
                ? new Operand.Final(new TextValue("", source.value().position(), true))
                : expressions.evaluate(replacement, locals);
    }

    private Value function(String name, Arguments arguments, Locals locals) {
        Call call = call(name, arguments, locals);
        return switch (name) {
            case "range" -> range(call);
            case "dict" -> new MapValue(call.named(), call.position());
            default -> lookup(name, call);
        };
    }

    /** {@code lookup} joins several results with commas, or gives the list if they are no texts; {@code query} gives the list. */
    private Value lookup(String function, Call call) {
        if (call.positional().isEmpty()) {
            throw new OperationException("'" + function + "' wants the name of a lookup", "", "");
        }
        String name = Display.text(call.positional().getFirst());
        Lookup lookup = rendering.library().lookup(name);
        Map<String, Value> named = new LinkedHashMap<>(call.named());
        boolean wantsList = !function.equals("lookup");
        Value asked = named.remove("wantlist");
        if (asked != null) {
            wantsList = Truth.of(asked);
        }
        if (named.containsKey("errors")) {
            throw new OperationException("lookups have no argument 'errors' here", "an error is an error", "remove it");
        }
        List<Value> terms = new ArrayList<>();
        for (Value term : call.positional().subList(1, call.positional().size())) {
            terms.addAll(term instanceof ListValue list ? list.elements() : List.of(term));
        }
        List<Value> found =
                lookup.find(terms, new Call(Library.plain(name), List.of(), named, call.position(), call.library()));
        if (wantsList) {
            return new ListValue(found, call.position());
        }
        return found.size() == 1
                ? found.getFirst()
                : new TextValue(
                        String.join(",", found.stream().map(Display::text).toList()), call.position(), true);
    }

    private static Value range(Call call) {
        List<BigInteger> bounds = new ArrayList<>();
        for (Value bound : call.positional()) {
            bounds.add(Numbers.integer(bound)
                    .orElseThrow(() -> new OperationException("range wants whole numbers", "", "")));
        }
        if (bounds.isEmpty() || bounds.size() > 3) {
            throw new OperationException("range wants one to three numbers", "", "");
        }
        BigInteger from = bounds.size() == 1 ? BigInteger.ZERO : bounds.get(0);
        BigInteger to = bounds.size() == 1 ? bounds.get(0) : bounds.get(1);
        BigInteger step = bounds.size() == 3 ? bounds.get(2) : BigInteger.ONE;
        if (step.signum() == 0) {
            throw new OperationException("the step of a range cannot be 0", "", "");
        }
        List<Value> numbers = new ArrayList<>();
        for (BigInteger i = from; step.signum() > 0 ? i.compareTo(to) < 0 : i.compareTo(to) > 0; i = i.add(step)) {
            if (numbers.size() >= LONGEST_RANGE) {
                throw new OperationException("the range is longer than " + LONGEST_RANGE, "", "");
            }
            numbers.add(new IntegerValue(i, call.position()));
        }
        return new ListValue(numbers, call.position());
    }

    private Call call(String name, Arguments arguments, Locals locals) {
        List<Value> positional = new ArrayList<>();
        arguments.positional().forEach(argument -> positional.add(expressions.value(argument, locals)));
        Map<String, Value> named = new LinkedHashMap<>();
        arguments.named().forEach((key, argument) -> named.put(key, expressions.value(argument, locals)));
        return new Call(name, List.copyOf(positional), named, source.value().position(), rendering.library());
    }
}
