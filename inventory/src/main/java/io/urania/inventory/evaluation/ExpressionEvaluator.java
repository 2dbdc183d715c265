package io.urania.inventory.evaluation;

import io.urania.inventory.expression.Expression;
import io.urania.inventory.expression.TemplateException;
import io.urania.inventory.expression.TemplateText;
import io.urania.inventory.library.filter.NothingException;
import io.urania.inventory.problem.Position;
import io.urania.inventory.problem.Problem;
import io.urania.inventory.problem.Suggestion;
import io.urania.inventory.python.Arithmetic;
import io.urania.inventory.python.Comparison;
import io.urania.inventory.python.Dictionary;
import io.urania.inventory.python.Display;
import io.urania.inventory.python.OperationException;
import io.urania.inventory.python.Truth;
import io.urania.inventory.python.Work;
import io.urania.inventory.value.BooleanValue;
import io.urania.inventory.value.ListValue;
import io.urania.inventory.value.MapValue;
import io.urania.inventory.value.TextValue;
import io.urania.inventory.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Evaluates the expressions of one template for one host. */
final class ExpressionEvaluator {
    private final Rendering rendering;
    private final HostScope scope;
    private final TemplateText source;
    private final Position position;
    private final MemberAccess members;
    private final CallEvaluator calls;
    private final FilterEvaluator filters;

    ExpressionEvaluator(Rendering rendering, HostScope scope, TemplateText source) {
        this.rendering = rendering;
        this.scope = scope;
        this.source = source;
        this.position = source.value().position();
        this.members = new MemberAccess(rendering, source);
        this.calls = new CallEvaluator(rendering, this, source);
        this.filters = new FilterEvaluator(rendering, this, source);
    }

    HostScope scope() {
        return scope;
    }

    /** The finished value; fails if it is undefined. */
    Value value(Expression expression, Locals locals) {
        Operand operand = evaluate(expression, locals);
        return guarded(expression.offset(), () -> rendering.finished(operand));
    }

    /** Whether a condition holds. */
    boolean holds(Expression condition, Locals locals) {
        return isTrue(evaluate(condition, locals), condition.offset());
    }

    private boolean isTrue(Operand operand, int offset) {
        return !(operand instanceof Operand.Nothing) && Truth.of(guarded(offset, () -> rendering.finished(operand)));
    }

    Operand evaluate(Expression expression, Locals locals) {
        rendering.step();
        return switch (expression) {
            case Expression.Literal literal -> new Operand.Final(literal.value());
            case Expression.Name name -> name(name, locals);
            case Expression.ListLiteral list -> list(list, locals);
            case Expression.MapLiteral map -> map(map, locals);
            case Expression.Attribute attribute ->
                members.attribute(evaluate(attribute.target(), locals), attribute.name(), attribute.offset());
            case Expression.Item item ->
                members.item(evaluate(item.target(), locals), value(item.key(), locals), item.offset());
            case Expression.Slice slice -> {
                Value target = value(slice.target(), locals);
                Optional<Value> from = Optional.ofNullable(slice.from()).map(bound -> value(bound, locals));
                Optional<Value> to = Optional.ofNullable(slice.to()).map(bound -> value(bound, locals));
                Optional<Value> step = Optional.ofNullable(slice.step()).map(bound -> value(bound, locals));
                yield result(slice.offset(), () -> Slices.slice(target, from, to, step, position));
            }
            case Expression.Call call -> calls.call(call, locals);
            case Expression.Filter filter -> filters.filter(filter, locals);
            case Expression.Test test -> filters.test(test, locals);
            case Expression.Unary unary -> unary(unary, locals);
            case Expression.Binary binary -> binary(binary, locals);
            case Expression.Comparison comparison -> comparison(comparison, locals);
            case Expression.Conditional conditional -> conditional(conditional, locals);
        };
    }

    /** What a loop runs over; elements of the inventory's own lists are rendered one by one. */
    List<Operand> elements(Expression iterable, Locals locals) {
        Operand operand = evaluate(iterable, locals);
        if (operand instanceof Operand.Raw(ListValue list, HostScope owner, String label)) {
            return list.elements().stream()
                    .map(element -> rendering.operand(element, owner, label + "[…]"))
                    .toList();
        }
        if (operand instanceof Operand.AllHosts) {
            return rendering.hosts().names().stream().map(this::text).toList();
        }
        Value value = guarded(iterable.offset(), () -> rendering.finished(operand));
        return switch (value) {
            case ListValue list ->
                list.elements().stream().<Operand>map(Operand.Final::new).toList();
            case MapValue map ->
                map.keys().stream().<Operand>map(Operand.Final::new).toList();
            case TextValue text ->
                text.text()
                        .codePoints()
                        .mapToObj(Character::toString)
                        .map(this::text)
                        .toList();
            default ->
                throw source.failure(
                        iterable.offset(), "cannot loop over " + value.type(), "", "loop over a list or a mapping");
        };
    }

    /** Runs an operation and gives its failure the place in the template. */
    <T> T guarded(int offset, Supplier<T> operation) {
        try {
            return operation.get();
        } catch (NothingException nothing) {
            throw new UndefinedException(problem(offset, nothing));
        } catch (OperationException failed) {
            throw new TemplateException(problem(offset, failed));
        } catch (TemplateException failed) {
            if (failed.problem().position() != null) {
                throw failed;
            }
            Problem problem = failed.problem();
            throw source.failure(offset, problem.what(), problem.why(), problem.remedy());
        }
    }

    /** As {@link #guarded}, and something that has no result is undefined. */
    Operand result(int offset, Supplier<Value> operation) {
        try {
            return new Operand.Final(guarded(offset, () -> Work.made(operation.get())));
        } catch (UndefinedException nothing) {
            return new Operand.Missing(nothing::problem);
        }
    }

    private Problem problem(int offset, OperationException failed) {
        return Problem.error(source.at(offset), failed.what(), failed.why(), failed.remedy());
    }

    private Operand text(String text) {
        return new Operand.Final(new TextValue(text, position, true));
    }

    private Operand name(Expression.Name name, Locals locals) {
        Operand local = locals.find(name.name());
        if (local != null) {
            return local;
        }
        return switch (name.name()) {
            case "hostvars" -> new Operand.AllHosts();
            case "omit" -> new Operand.Omitted();
            case "lookup", "query", "q", "range", "dict", "namespace", "undef" -> new Operand.Function(name.name());
            case "cycler", "joiner", "lipsum", "now" ->
                throw source.failure(
                        name.offset(),
                        "'" + name.name() + "' is refused",
                        name.name().equals("now") || name.name().equals("lipsum")
                                ? "its value would differ on every run"
                                : "it changes while the template is rendered",
                        "write the value itself");
            case "playbook_dir", "role_path", "ansible_play_hosts", "ansible_playbook_python" ->
                new Operand.Missing(() -> Problem.error(
                        source.at(name.offset()),
                        "'" + name.name() + "' has no value",
                        "Urania reads the inventory only and runs no playbook",
                        name.name().equals("playbook_dir") ? "use inventory_dir" : "write the value itself"));
            default -> rendering.named(name.name(), scope).orElseGet(() -> new Operand.Missing(() -> undefined(name)));
        };
    }

    private Problem undefined(Expression.Name name) {
        return Facts.problem(source.at(name.offset()), name.name())
                .orElseGet(() -> Problem.error(
                        source.at(name.offset()),
                        "'" + name.name() + "' is undefined",
                        "it is not set for host " + scope.host(),
                        Suggestion.didYouMean(name.name(), scope.names(), "set it, or add | default(…)")));
    }

    private Operand list(Expression.ListLiteral list, Locals locals) {
        List<Value> elements = new ArrayList<>();
        list.elements().forEach(element -> elements.add(value(element, locals)));
        ListValue.Kind kind = list.tuple() ? ListValue.Kind.TUPLE : ListValue.Kind.LIST;
        ListValue made = new ListValue(elements, position, kind);
        return new Operand.Final(guarded(list.offset(), () -> Work.made(made)));
    }

    private Operand map(Expression.MapLiteral map, Locals locals) {
        Dictionary entries = new Dictionary();
        for (Expression.Entry entry : map.entries()) {
            Value key = value(entry.key(), locals);
            Value value = value(entry.value(), locals);
            guarded(entry.key().offset(), () -> entries.put(key, value));
        }
        return new Operand.Final(guarded(map.offset(), () -> Work.made(entries.build(position))));
    }

    private Operand unary(Expression.Unary unary, Locals locals) {
        if (unary.operator().equals("not")) {
            return truth(!holds(unary.operand(), locals));
        }
        Value operand = value(unary.operand(), locals);
        return switch (unary.operator()) {
            case "-" -> result(unary.offset(), () -> Arithmetic.negate(operand, position));
            default -> result(unary.offset(), () -> Arithmetic.positive(operand, position));
        };
    }

    private Operand binary(Expression.Binary binary, Locals locals) {
        if (binary.operator().equals("and") || binary.operator().equals("or")) {
            Operand left = evaluate(binary.left(), locals);
            boolean decided =
                    isTrue(left, binary.left().offset()) == binary.operator().equals("or");
            return decided ? left : evaluate(binary.right(), locals);
        }
        boolean joins = binary.operator().equals("~");
        Value left = joins ? piece(binary.left(), locals) : value(binary.left(), locals);
        Value right = joins ? piece(binary.right(), locals) : value(binary.right(), locals);
        return result(binary.offset(), () -> finalText(Arithmetic.apply(binary.operator(), left, right, position)));
    }

    /** A value as a part of a text. */
    private Value piece(Expression expression, Locals locals) {
        Operand operand = evaluate(expression, locals);
        return operand instanceof Operand.Nothing
                ? new TextValue("", position, true)
                : guarded(expression.offset(), () -> rendering.finished(operand));
    }

    /** What an expression makes is never a template, whatever it looks like. */
    private static Value finalText(Value value) {
        return value instanceof TextValue text ? new TextValue(text.text(), text.position(), true) : value;
    }

    private Operand comparison(Expression.Comparison comparison, Locals locals) {
        Value left = value(comparison.first(), locals);
        for (Expression.Link link : comparison.links()) {
            Value current = left;
            boolean holds;
            if (link.operator().endsWith("in") && evaluate(link.operand(), locals) instanceof Operand.AllHosts) {
                boolean known = rendering.hosts().names().contains(Display.text(current));
                holds = known == link.operator().equals("in");
            } else {
                Value right = value(link.operand(), locals);
                holds = guarded(link.offset(), () -> holds(link.operator(), current, right));
                left = right;
            }
            if (!holds) {
                return truth(false);
            }
        }
        return truth(true);
    }

    private static boolean holds(String operator, Value left, Value right) {
        return switch (operator) {
            case "==" -> Comparison.equal(left, right);
            case "!=" -> !Comparison.equal(left, right);
            case "in" -> Comparison.contains(right, left);
            case "not in" -> !Comparison.contains(right, left);
            case "<" -> Comparison.order(left, right) < 0;
            case "<=" -> Comparison.order(left, right) <= 0;
            case ">" -> Comparison.order(left, right) > 0;
            default -> Comparison.order(left, right) >= 0;
        };
    }

    private Operand conditional(Expression.Conditional conditional, Locals locals) {
        if (holds(conditional.test(), locals)) {
            return evaluate(conditional.then(), locals);
        }
        if (conditional.otherwise() != null) {
            return evaluate(conditional.otherwise(), locals);
        }
        return new Operand.Nothing(() -> Problem.error(
                source.at(conditional.offset()),
                "the condition is false and there is no 'else'",
                "the expression has no value then",
                "add 'else' and a value"));
    }

    Operand truth(boolean truth) {
        return new Operand.Final(new BooleanValue(truth, position));
    }
}
