package io.urania.inventory.expression;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a template, in the order in which it is rendered. */
public sealed interface Part {
    /** Text as it is. */
    record Data(String text) implements Part {}

    /** {@code {{ expression }}}. */
    record Output(Expression expression) implements Part {}

    /** {@code {% if %}} with its {@code elif}s and {@code else}. */
    record If(List<Branch> branches, List<Part> otherwise) implements Part {}

    record Branch(Expression condition, List<Part> body) {}

    /** {@code {% for names in iterable if condition %}}; {@code otherwise} is for nothing to iterate over. */
    record For(
            List<String> names,
            Expression iterable,
            @Nullable Expression condition,
            List<Part> body,
            List<Part> otherwise,
            int offset)
            implements Part {}

    /** {@code {% set names = expression %}}. */
    record Set(List<String> names, Expression expression, int offset) implements Part {}

    /** {@code {% set namespace.attribute = expression %}}. */
    record SetAttribute(String namespace, String attribute, Expression expression, int offset) implements Part {}

    /**
     * {@code {% set name | filter %}…{% endset %}}.
     *
     * @param expression what the name is set to: the body, which it knows as {@link #BODY}, with filters
     */
    record SetBlock(String name, List<Part> body, Expression expression, int offset) implements Part {
        /** No template can write this name. */
        public static final String BODY = "set block";
    }

    /** {@code {% with name = expression, … %}…{% endwith %}}: names that end with it. */
    record With(List<Set> assignments, List<Part> body) implements Part {}
}
