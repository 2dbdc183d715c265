package io.urania.inventory.evaluation;

import io.urania.inventory.expression.Expression;
import io.urania.inventory.expression.TemplateText;
import io.urania.inventory.library.Call;
import io.urania.inventory.library.method.Functions;
import io.urania.inventory.library.method.Methods;
import io.urania.inventory.problem.Problem;
import io.urania.inventory.value.MapValue;
import io.urania.inventory.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Methods and functions. */
final class CallEvaluator {
    private final Rendering rendering;
    private final ExpressionEvaluator expressions;
    private final ArgumentEvaluator arguments;
    private final LookupEvaluator lookups;
    private final TemplateText source;

    CallEvaluator(Rendering rendering, ExpressionEvaluator expressions, TemplateText source) {
        this.rendering = rendering;
        this.expressions = expressions;
        this.arguments = new ArgumentEvaluator(rendering, expressions, source);
        this.lookups = new LookupEvaluator(rendering, expressions);
        this.source = source;
    }

    Operand call(Expression.Call call, Locals locals) {
        Operand target = expressions.evaluate(call.target(), locals);
        return switch (target) {
            case Operand.Missing missing -> missing;
            case Operand.Function function -> function(function.name(), call, locals);
            case Operand.Cycle cycle -> {
                List<Expression> choices = call.arguments().positional();
                if (choices.isEmpty()) {
                    throw source.failure(call.offset(), "'cycle' requires at least one value", "", "");
                }
                yield expressions.evaluate(choices.get(cycle.index() % choices.size()), locals);
            }
            case Operand.Method method
            when method.target() instanceof Operand.AllHosts || method.target() instanceof Operand.OneHost -> {
                Call evaluated = arguments.call(method.name(), call.arguments(), locals);
                yield expressions.guarded(call.offset(), () -> HostMethods.call(method.target(), evaluated, rendering));
            }
            case Operand.Method method -> {
                Value subject = expressions.guarded(call.offset(), () -> rendering.finished(method.target()));
                Call evaluated = arguments.call(method.name(), call.arguments(), locals);
                yield expressions.result(call.offset(), () -> {
                    if (!(subject instanceof MapValue)) {
                        evaluated.spendOn(subject);
                    }
                    return Methods.call(subject, evaluated);
                });
            }
            default ->
                throw source.failure(
                        call.offset(),
                        "this cannot be called",
                        "only functions and methods are callable",
                        "remove the parentheses");
        };
    }

    private Operand function(String name, Expression.Call written, Locals locals) {
        int offset = written.target().offset();
        if (name.equals("namespace")) {
            Map<String, Operand> attributes = new LinkedHashMap<>();
            written.arguments()
                    .named()
                    .forEach((key, value) -> attributes.put(key, expressions.evaluate(value, locals)));
            if (!written.arguments().positional().isEmpty()) {
                throw source.failure(
                        offset, "'namespace' accepts keyword arguments only", "", "write namespace(name=value)");
            }
            return new Operand.Namespace(attributes);
        }
        return ArgumentEvaluator.defined(() -> {
            Call call = arguments.call(name, written.arguments(), locals);
            return switch (name) {
                case "undef" -> {
                    String hint = expressions.guarded(offset, () -> call.text(0, "hint", "it is undefined on purpose"));
                    yield new Operand.Missing(() -> Problem.error(source.at(offset), hint, "", "set it"));
                }
                case "range" -> expressions.result(offset, () -> Functions.range(call));
                case "dict" -> expressions.result(offset, () -> Functions.dictionary(call));
                default -> expressions.result(offset, () -> lookups.lookup(name, call));
            };
        });
    }
}
