package io.urania.inventory.evaluation;

import io.urania.inventory.expression.Expression;
import io.urania.inventory.expression.Expression.Arguments;
import io.urania.inventory.expression.TemplateText;
import io.urania.inventory.library.Call;
import io.urania.inventory.library.Filter;
import io.urania.inventory.library.Library;
import io.urania.inventory.library.Mappings;
import io.urania.inventory.library.Methods;
import io.urania.inventory.library.Test;
import io.urania.inventory.problem.Problem;
import io.urania.inventory.problem.Suggestion;
import io.urania.inventory.python.Dictionary;
import io.urania.inventory.python.Display;
import io.urania.inventory.python.Numbers;
import io.urania.inventory.python.OperationException;
import io.urania.inventory.python.Truth;
import io.urania.inventory.value.BooleanValue;
import io.urania.inventory.value.IntegerValue;
import io.urania.inventory.value.ListValue;
import io.urania.inventory.value.NullValue;
import io.urania.inventory.value.TextValue;
import io.urania.inventory.value.Value;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

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
        if (name.equals("ternary")) {
            return choice(subject, filter, locals);
        }
        return defined(() -> {
            Call call = call(name, filter.arguments(), locals);
            return expressions.result(filter.offset(), () -> function.apply(subject, call));
        });
    }

    /** An argument that is undefined makes the result undefined. */
    private static Operand defined(Supplier<Operand> call) {
        try {
            return call.get();
        } catch (UndefinedException undefined) {
            return new Operand.Missing(undefined::problem);
        }
    }

    /** Of {@code ternary} only what it gives must be defined. */
    private Operand choice(Value subject, Expression.Filter filter, Locals locals) {
        Arguments arguments = filter.arguments();
        List<String> names = List.of("true_val", "false_val", "none_val");
        if (arguments.positional().size() > names.size()
                || !names.containsAll(arguments.named().keySet())) {
            throw source.failure(filter.offset(), "'ternary' takes true_val, false_val, none_val", "", "");
        }
        Map<String, Expression> known = new LinkedHashMap<>(arguments.named());
        for (int i = 0; i < arguments.positional().size(); i++) {
            known.put(names.get(i), arguments.positional().get(i));
        }
        Expression ofNone = known.get("none_val");
        if (subject instanceof NullValue && ofNone != null) {
            Operand nothing = evaluate(ofNone, locals);
            if (!(nothing instanceof Operand.Final written && written.value() instanceof NullValue)) {
                return nothing;
            }
        }
        Expression onTrue = known.get("true_val");
        Expression onFalse = known.get("false_val");
        if (onTrue == null || onFalse == null) {
            throw source.failure(filter.offset(), "'ternary' wants two arguments", "", "give it what to choose from");
        }
        Operand ofTrue = evaluate(onTrue, locals);
        Operand ofFalse = evaluate(onFalse, locals);
        return Truth.of(subject) ? ofTrue : ofFalse;
    }

    private Operand evaluate(Expression expression, Locals locals) {
        return expressions.evaluate(expression, locals);
    }

    Operand test(Expression.Test test, Locals locals) {
        String name = Library.plain(test.name());
        if (name.equals("defined") || name.equals("undefined")) {
            boolean defined = !(expressions.evaluate(test.target(), locals) instanceof Operand.Missing);
            return expressions.truth(defined == name.equals("defined") != test.negated());
        }
        Test function =
                expressions.guarded(test.offset(), () -> rendering.library().test(test.name()));
        return defined(() -> {
            Value subject = expressions.value(test.target(), locals);
            Call call = call(name, test.arguments(), locals);
            boolean passes = expressions.guarded(test.offset(), () -> function.check(subject, call));
            return expressions.truth(passes != test.negated());
        });
    }

    Operand call(Expression.Call call, Locals locals) {
        Operand target = expressions.evaluate(call.target(), locals);
        return switch (target) {
            case Operand.Missing missing -> missing;
            case Operand.Function function -> function(function.name(), call, locals);
            case Operand.Cycle cycle -> {
                List<Expression> choices = call.arguments().positional();
                if (choices.isEmpty()) {
                    throw source.failure(call.offset(), "'cycle' wants something to choose from", "", "");
                }
                yield expressions.evaluate(choices.get(cycle.index() % choices.size()), locals);
            }
            case Operand.Method method
            when method.target() instanceof Operand.AllHosts || method.target() instanceof Operand.OneHost -> {
                Call arguments = call(method.name(), call.arguments(), locals);
                yield expressions.guarded(call.offset(), () -> HostMethods.call(method.target(), arguments, rendering));
            }
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
        List<String> names = List.of("default_value", "boolean");
        if (arguments.positional().size() > names.size()
                || !names.containsAll(arguments.named().keySet())) {
            throw source.failure(filter.offset(), "'default' takes default_value, boolean", "", "");
        }
        Expression onFalse = arguments.positional().size() > 1
                ? arguments.positional().get(1)
                : arguments.named().get("boolean");
        if (onFalse != null && !(expressions.value(onFalse, locals) instanceof BooleanValue)) {
            throw source.failure(onFalse.offset(), "'default' wants true or false here", "", "write true");
        }
        Expression written = arguments.positional().isEmpty()
                ? arguments.named().get("default_value")
                : arguments.positional().getFirst();
        // Evaluated even if it is not used, as in Python: what is wrong with it is told.
        Operand replacement = written == null
                ? new Operand.Final(new TextValue("", source.value().position(), true))
                : evaluate(written, locals);
        boolean undefined = target instanceof Operand.Missing;
        boolean replaces = undefined
                || (onFalse != null
                        && Truth.of(expressions.value(onFalse, locals))
                        && !Truth.of(expressions.guarded(filter.offset(), () -> rendering.finished(target))));
        return replaces ? replacement : target;
    }

    private Operand function(String name, Expression.Call written, Locals locals) {
        int offset = written.target().offset();
        if (name.equals("namespace")) {
            Map<String, Operand> attributes = new LinkedHashMap<>();
            written.arguments()
                    .named()
                    .forEach((key, value) -> attributes.put(key, expressions.evaluate(value, locals)));
            if (!written.arguments().positional().isEmpty()) {
                throw source.failure(offset, "'namespace' takes names with values", "", "write namespace(name=value)");
            }
            return new Operand.Namespace(attributes);
        }
        return defined(() -> {
            Call call = call(name, written.arguments(), locals);
            return switch (name) {
                case "undef" -> {
                    String hint = expressions.guarded(offset, () -> call.text(0, "hint", "it is undefined on purpose"));
                    yield new Operand.Missing(() -> Problem.error(source.at(offset), hint, "", "set it"));
                }
                case "range" -> expressions.result(offset, () -> range(call));
                case "dict" -> expressions.result(offset, () -> dictionary(call));
                default -> expressions.result(offset, () -> lookup(name, call));
            };
        });
    }

    /** {@code dict(key=value)} and {@code dict(pairs)}. */
    private static Value dictionary(Call call) {
        Dictionary entries = new Dictionary();
        call.positional().forEach(first -> entries.putAll(Mappings.ofPairs(first, call)));
        call.named().forEach(entries::put);
        return entries.build(call.position());
    }

    /**
     * {@code query} gives the list of what was found. {@code lookup} gives the one result as it is, joins several with commas if they are
     * texts, and gives the list if they are not.
     */
    private Value lookup(String function, Call call) {
        if (call.positional().isEmpty()) {
            throw new OperationException("'" + function + "' wants the name of a lookup", "", "");
        }
        String name = Display.text(call.positional().getFirst());
        Map<String, Value> named = new LinkedHashMap<>(call.named());
        boolean wantsList = !function.equals("lookup");
        Value asked = named.remove("wantlist");
        if (asked != null) {
            wantsList = Truth.of(asked);
        }
        if (named.containsKey("errors")) {
            throw new OperationException("lookups have no argument 'errors' here", "an error is an error", "remove it");
        }
        List<Value> terms = call.positional().subList(1, call.positional().size());
        for (Value term : terms) {
            if (term instanceof TextValue text && text.text().contains("{{")) {
                throw new OperationException(
                        "a lookup's argument holds a template",
                        "Ansible renders it too, until ansible-core 2.23",
                        "join texts and variables with ~ instead");
            }
        }
        Call arguments = new Call(Library.plain(name), List.of(), named, call.position(), call.library());
        List<Value> found = Library.plain(name).equals("vars")
                ? variables(terms, arguments)
                : rendering.library().lookup(name).find(terms, arguments);
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
                                    text.text(), expressions.scope().names(), "set it, or give a default="))));
        }
        return found;
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
        return new ListValue(numbers, call.position(), ListValue.Kind.RANGE);
    }

    private Call call(String name, Arguments arguments, Locals locals) {
        List<Value> positional = new ArrayList<>();
        arguments.positional().forEach(argument -> positional.add(expressions.value(argument, locals)));
        Map<String, Value> named = new LinkedHashMap<>();
        arguments.named().forEach((key, argument) -> named.put(key, expressions.value(argument, locals)));
        return new Call(name, List.copyOf(positional), named, source.value().position(), rendering.library());
    }
}
