package io.urania.inventory.evaluation;

import io.urania.inventory.expression.Expression;
import io.urania.inventory.expression.Part;
import io.urania.inventory.expression.Template;
import io.urania.inventory.expression.TemplateText;
import io.urania.inventory.library.Library;
import io.urania.inventory.python.OperationException;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds names of filters and tests that nobody knows before anything is rendered, as Jinja2 does when it compiles a template: also where
 * the result would not be needed. Within {@code if}, as a statement or in an expression, it waits until they are needed.
 */
final class NameCheck {
    /** Those that look at their operands before these are rendered. */
    private static final Set<String> BUILT_IN = Set.of("default", "d", "defined", "undefined");

    private final Library library;
    private final TemplateText source;

    NameCheck(Library library, TemplateText source) {
        this.library = library;
        this.source = source;
    }

    void check(Template template) {
        template.parts().forEach(this::check);
    }

    private void check(Part part) {
        switch (part) {
            case Part.Data _, Part.If _ -> {}
            case Part.Output output -> check(output.expression());
            case Part.For loop -> {
                check(loop.iterable());
                if (loop.condition() != null) {
                    check(loop.condition());
                }
                loop.body().forEach(this::check);
                loop.otherwise().forEach(this::check);
            }
            case Part.Set set -> check(set.expression());
            case Part.SetAttribute set -> check(set.expression());
            case Part.SetBlock block -> {
                block.body().forEach(this::check);
                check(block.expression());
            }
            case Part.With with -> {
                with.assignments().forEach(this::check);
                with.body().forEach(this::check);
            }
        }
    }

    private void check(Expression expression) {
        switch (expression) {
            case Expression.Literal _, Expression.Name _, Expression.Conditional _ -> {}
            case Expression.ListLiteral list -> checkAll(list.elements());
            case Expression.MapLiteral map ->
                map.entries().forEach(entry -> checkAll(List.of(entry.key(), entry.value())));
            case Expression.Attribute attribute -> check(attribute.target());
            case Expression.Item item -> checkAll(List.of(item.target(), item.key()));
            case Expression.Slice slice -> {
                check(slice.target());
                checkIfWritten(slice.from());
                checkIfWritten(slice.to());
                checkIfWritten(slice.step());
            }
            case Expression.Call call -> {
                check(call.target());
                check(call.arguments());
            }
            case Expression.Filter filter -> {
                check(filter.target());
                find(filter.name(), filter.offset(), library::filter);
                check(filter.arguments());
            }
            case Expression.Test test -> {
                check(test.target());
                find(test.name(), test.offset(), library::test);
                check(test.arguments());
            }
            case Expression.Unary unary -> check(unary.operand());
            case Expression.Binary binary -> checkAll(List.of(binary.left(), binary.right()));
            case Expression.Comparison comparison -> {
                check(comparison.first());
                comparison.links().forEach(link -> check(link.operand()));
            }
        }
    }

    private void find(String name, int offset, Consumer<String> search) {
        if (BUILT_IN.contains(Library.plain(name))) {
            return;
        }
        try {
            search.accept(name);
        } catch (OperationException unknown) {
            throw source.failure(offset, unknown.what(), unknown.why(), unknown.remedy());
        }
    }

    private void check(Expression.Arguments arguments) {
        checkAll(arguments.positional());
        arguments.named().values().forEach(this::check);
    }

    private void checkIfWritten(@Nullable Expression expression) {
        if (expression != null) {
            check(expression);
        }
    }

    private void checkAll(List<Expression> all) {
        all.forEach(this::check);
    }
}
