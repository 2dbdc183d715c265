package io.urania.inventory.evaluation;

import io.urania.inventory.expression.Expression;
import io.urania.inventory.expression.Expression.Arguments;
import io.urania.inventory.expression.TemplateException;
import io.urania.inventory.expression.TemplateText;
import io.urania.inventory.library.Call;
import io.urania.inventory.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What calls are given. */
final class ArgumentEvaluator {
    private final Rendering rendering;
    private final ExpressionEvaluator expressions;
    private final TemplateText source;

    ArgumentEvaluator(Rendering rendering, ExpressionEvaluator expressions, TemplateText source) {
        this.rendering = rendering;
        this.expressions = expressions;
        this.source = source;
    }

    /** A call with its arguments evaluated; throws {@link UndefinedException} if one is undefined. */
    Call call(String name, Arguments arguments, Locals locals) {
        List<Value> positional = new ArrayList<>();
        arguments.positional().forEach(argument -> positional.add(value(argument, locals)));
        Map<String, Value> named = new LinkedHashMap<>();
        arguments.named().forEach((key, argument) -> named.put(key, value(argument, locals)));
        return new Call(name, List.copyOf(positional), named, source.value().position(), rendering.library());
    }

    /** A list or mapping with something undefined in it is defined for Ansible: it must not pass for undefined, and is refused. */
    private Value value(Expression argument, Locals locals) {
        try {
            return expressions.value(argument, locals);
        } catch (UndefinedException inside) {
            if (argument instanceof Expression.ListLiteral || argument instanceof Expression.MapLiteral) {
                throw new TemplateException(inside.problem());
            }
            throw inside;
        }
    }

    /** The result of a call; an argument that is undefined makes it undefined. */
    static Operand defined(Supplier<Operand> call) {
        try {
            return call.get();
        } catch (UndefinedException undefined) {
            return new Operand.Missing(undefined::problem);
        }
    }
}
