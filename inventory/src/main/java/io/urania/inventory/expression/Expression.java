package io.urania.inventory.expression;

import io.urania.inventory.value.Value;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An expression. Each knows where in its template it starts. */
public sealed interface Expression {
    int offset();

    /** A value written in the template. */
    record Literal(Value value, int offset) implements Expression {}

    record Name(String name, int offset) implements Expression {}

    /** {@code [a, b]}, or {@code (a, b)} if it is a tuple. */
    record ListLiteral(List<Expression> elements, boolean tuple, int offset) implements Expression {}

    record MapLiteral(List<Entry> entries, int offset) implements Expression {}

    record Entry(Expression key, Expression value) {}

    /** {@code target.name}. */
    record Attribute(Expression target, String name, int offset) implements Expression {}

    /** {@code target[key]}. */
    record Item(Expression target, Expression key, int offset) implements Expression {}

    /** {@code target[from:to:step]}. */
    record Slice(
            Expression target,
            @Nullable Expression from,
            @Nullable Expression to,
            @Nullable Expression step,
            int offset)
            implements Expression {}

    record Call(Expression target, Arguments arguments, int offset) implements Expression {}

    /** {@code target | name(arguments)}; the offset is the name's. */
    record Filter(Expression target, String name, Arguments arguments, int offset) implements Expression {}

    /** {@code target is name(arguments)}; the offset is the name's. */
    record Test(Expression target, String name, Arguments arguments, boolean negated, int offset)
            implements Expression {}

    /** {@code -}, {@code +} or {@code not}. */
    record Unary(String operator, Expression operand, int offset) implements Expression {}

    /** Arithmetic, {@code ~}, {@code and}, {@code or}; the offset is the operator's. */
    record Binary(String operator, Expression left, Expression right, int offset) implements Expression {}

    /** {@code a < b <= c}: each link compares with what stands before it. */
    record Comparison(Expression first, List<Link> links, int offset) implements Expression {}

    record Link(String operator, Expression operand, int offset) {}

    /** {@code then if test else otherwise}. */
    record Conditional(
            Expression then, Expression test, @Nullable Expression otherwise, int offset) implements Expression {}

    /** What a filter, test or function is called with. */
    record Arguments(List<Expression> positional, Map<String, Expression> named) {
        public static final Arguments NONE = new Arguments(List.of(), Map.of());
    }
}
