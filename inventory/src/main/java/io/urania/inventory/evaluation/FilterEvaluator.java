package io.urania.inventory.evaluation;

import io.urania.inventory.expression.Expression;
import io.urania.inventory.expression.Expression.Arguments;
import io.urania.inventory.expression.TemplateException;
import io.urania.inventory.expression.TemplateText;
import io.urania.inventory.library.Call;
import io.urania.inventory.library.Filter;
import io.urania.inventory.library.Library;
import io.urania.inventory.library.Test;
import io.urania.inventory.library.filter.NothingException;
import io.urania.inventory.python.Display;
import io.urania.inventory.python.Truth;
import io.urania.inventory.value.BooleanValue;
import io.urania.inventory.value.ListValue;
import io.urania.inventory.value.NullValue;
import io.urania.inventory.value.TextValue;
import io.urania.inventory.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Filters and tests. Those that look at their operands before these are rendered are here, all others in the library. */
final class FilterEvaluator {
    /** Filters that do not look at all that they are given. */
    private static final Set<String> AT_ONCE = Set.of("count", "first", "last", "length");

    private final Rendering rendering;
    private final ExpressionEvaluator expressions;
    private final ArgumentEvaluator arguments;
    private final TemplateText source;

    FilterEvaluator(Rendering rendering, ExpressionEvaluator expressions, TemplateText source) {
        this.rendering = rendering;
        this.expressions = expressions;
        this.arguments = new ArgumentEvaluator(rendering, expressions, source);
        this.source = source;
    }

    Operand filter(Expression.Filter filter, Locals locals) {
        String name = Library.plain(filter.name());
        if (name.equals("default") || name.equals("d")) {
            return otherwise(filter, locals);
        }
        Filter function =
                expressions.guarded(filter.offset(), () -> rendering.library().filter(filter.name()));
        Optional<Operand> mapped = definedOf(filter, locals);
        if (mapped.isPresent()) {
            return mapped.get();
        }
        Operand target = expressions.evaluate(filter.target(), locals);
        if (target instanceof Operand.Missing) {
            return target;
        }
        Value subject = expressions.guarded(filter.target().offset(), () -> subject(name, target));
        if (name.equals("ternary")) {
            return choice(subject, filter, locals);
        }
        return ArgumentEvaluator.defined(() -> {
            Call call = arguments.call(name, filter.arguments(), locals);
            try {
                return expressions.result(filter.offset(), () -> {
                    if (!AT_ONCE.contains(name)) {
                        call.spendOn(subject);
                    }
                    return function.apply(subject, call);
                });
            } catch (TemplateException failed) {
                throw new FailedFilterException(failed.problem());
            }
        });
    }

    /**
     * {@code map(…) | select('defined')} and {@code map(…) | map('default', …)}: what {@code map} leaves undefined is none of the elements, or
     * another one. A list of values has no place for it, so both filters are applied together, element by element.
     */
    private Optional<Operand> definedOf(Expression.Filter outer, Locals locals) {
        if (!(outer.target() instanceof Expression.Filter inner)
                || !Library.plain(inner.name()).equals("map")
                || outer.arguments().positional().isEmpty()
                || !(outer.arguments().positional().getFirst() instanceof Expression.Literal literal)) {
            return Optional.empty();
        }
        String argument = Display.text(literal.value());
        boolean selects = switch (Library.plain(outer.name())) {
            case "select" -> argument.equals("defined");
            case "reject" -> argument.equals("undefined");
            default -> false;
        };
        boolean replaces = Library.plain(outer.name()).equals("map")
                && List.of("default", "d").contains(argument);
        if (!selects && !replaces) {
            return Optional.empty();
        }
        Operand target = expressions.evaluate(inner.target(), locals);
        if (target instanceof Operand.Missing) {
            return Optional.of(target);
        }
        return Optional.of(ArgumentEvaluator.defined(() -> {
            Value subject = expressions.guarded(inner.target().offset(), () -> rendering.finished(target));
            Call mapping = arguments.call("map", inner.arguments(), locals);
            Call other = arguments.call(Library.plain(outer.name()), outer.arguments(), locals);
            return expressions.result(inner.offset(), () -> {
                List<Value> result = new ArrayList<>();
                for (Value element : mapping.elements(subject)) {
                    Optional<Value> mapped = mapped(element, mapping);
                    if (replaces) {
                        result.add(mapped.map(value -> firstOf(other, value))
                                .orElseGet(
                                        () -> other.argument(1, "default_value").orElseGet(() -> other.result(""))));
                    } else {
                        mapped.ifPresent(result::add);
                    }
                }
                return mapping.result(result);
            });
        }));
    }

    private Optional<Value> mapped(Value element, Call mapping) {
        try {
            return Optional.of(firstOf(mapping, element));
        } catch (NothingException | UndefinedException undefined) {
            return Optional.empty();
        }
    }

    /** A filter of lists, applied to a list of one. */
    private Value firstOf(Call call, Value element) {
        ListValue list = call.result(List.of(element));
        call.spendOn(list);
        Value result = rendering.library().filter(call.name()).apply(list, call);
        return ((ListValue) result).elements().getFirst();
    }

    /** Of {@code ternary} only what it gives must be defined. */
    private Operand choice(Value subject, Expression.Filter filter, Locals locals) {
        Arguments written = filter.arguments();
        List<String> names = List.of("true_val", "false_val", "none_val");
        if (written.positional().size() > names.size()
                || !names.containsAll(written.named().keySet())) {
            throw source.failure(filter.offset(), "'ternary' accepts true_val, false_val, none_val", "", "");
        }
        Map<String, Expression> byName = new LinkedHashMap<>(written.named());
        for (int i = 0; i < written.positional().size(); i++) {
            byName.put(names.get(i), written.positional().get(i));
        }
        Expression ofNone = byName.get("none_val");
        if (subject instanceof NullValue && ofNone != null) {
            Operand nothing = expressions.evaluate(ofNone, locals);
            if (!(nothing instanceof Operand.Final known && known.value() instanceof NullValue)) {
                return nothing;
            }
        }
        Expression onTrue = byName.get("true_val");
        Expression onFalse = byName.get("false_val");
        if (onTrue == null || onFalse == null) {
            throw source.failure(
                    filter.offset(), "'ternary' requires two arguments", "", "pass a value for true and one for false");
        }
        Operand ofTrue = expressions.evaluate(onTrue, locals);
        Operand ofFalse = expressions.evaluate(onFalse, locals);
        return Truth.of(subject) ? ofTrue : ofFalse;
    }

    /** {@code default(value, true)} also takes the place of what is false or empty. */
    private Operand otherwise(Expression.Filter filter, Locals locals) {
        Operand target = expressions.evaluate(filter.target(), locals);
        Arguments given = filter.arguments();
        List<String> names = List.of("default_value", "boolean");
        if (given.positional().size() > names.size()
                || !names.containsAll(given.named().keySet())) {
            throw source.failure(filter.offset(), "'default' accepts default_value, boolean", "", "");
        }
        Expression onFalse = given.positional().size() > 1
                ? given.positional().get(1)
                : given.named().get("boolean");
        if (onFalse != null && !(expressions.value(onFalse, locals) instanceof BooleanValue)) {
            throw source.failure(onFalse.offset(), "'default' expects true or false here", "", "write true");
        }
        Expression written = given.positional().isEmpty()
                ? given.named().get("default_value")
                : given.positional().getFirst();
        Supplier<Operand> replacement = written == null
                ? () -> new Operand.Final(new TextValue("", source.value().position(), true))
                : replacement(written, locals);
        boolean undefined = target instanceof Operand.Missing;
        boolean replaces = undefined
                || (onFalse != null
                        && Truth.of(expressions.value(onFalse, locals))
                        && !Truth.of(expressions.guarded(filter.offset(), () -> rendering.finished(target))));
        return replaces ? replacement.get() : target;
    }

    /**
     * What takes the place of a value. It is evaluated even if it is not used, as in Python: what is wrong with it is told. Only the failure
     * of a filter, also of one in a list or mapping, waits until the result is used.
     */
    private Supplier<Operand> replacement(Expression written, Locals locals) {
        try {
            Operand evaluated = expressions.evaluate(written, locals);
            return () -> evaluated;
        } catch (FailedFilterException failed) {
            boolean kept = written instanceof Expression.Filter
                    || written instanceof Expression.ListLiteral
                    || written instanceof Expression.MapLiteral;
            if (!kept) {
                throw failed;
            }
            return () -> {
                throw failed;
            };
        }
    }

    /** A length needs no templates rendered. */
    private Value subject(String filter, Operand target) {
        if (target instanceof Operand.Raw raw && (filter.equals("length") || filter.equals("count"))) {
            return raw.container();
        }
        return rendering.finished(target);
    }

    Operand test(Expression.Test test, Locals locals) {
        String name = Library.plain(test.name());
        if (name.equals("defined") || name.equals("undefined")) {
            Operand target = expressions.evaluate(test.target(), locals);
            boolean defined = !(target instanceof Operand.Missing || target instanceof Operand.Nothing);
            return expressions.truth(defined == name.equals("defined") != test.negated());
        }
        Test function =
                expressions.guarded(test.offset(), () -> rendering.library().test(test.name()));
        return ArgumentEvaluator.defined(() -> {
            Value subject = expressions.value(test.target(), locals);
            Call call = arguments.call(name, test.arguments(), locals);
            boolean passes = expressions.guarded(test.offset(), () -> {
                // One without arguments looks at the value's type, or at its first character.
                if (!call.positional().isEmpty() || !call.named().isEmpty()) {
                    call.spendOn(subject);
                }
                return function.check(subject, call);
            });
            return expressions.truth(passes != test.negated());
        });
    }
}
