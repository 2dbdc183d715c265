package io.urania.inventory.evaluation;

import io.urania.inventory.expression.Expression;
import io.urania.inventory.expression.Part;
import io.urania.inventory.expression.Template;
import io.urania.inventory.expression.TemplateException;
import io.urania.inventory.expression.TemplateText;
import io.urania.inventory.problem.Position;
import io.urania.inventory.problem.Problem;
import io.urania.inventory.python.Display;
import io.urania.inventory.value.IntegerValue;
import io.urania.inventory.value.ListValue;
import io.urania.inventory.value.NullValue;
import io.urania.inventory.value.TextValue;
import io.urania.inventory.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Renders one template. As in ansible-core since 2.19 a template that comes to one piece gives that piece with its type, one that comes
 * to none gives nothing, and several pieces are joined as text.
 */
final class PartRenderer {
    private static final int LARGEST_TEXT = 64 * 1024 * 1024;

    private final Rendering rendering;
    private final Template template;
    private final ExpressionEvaluator expressions;
    private final Position position;
    /** Stands for a condition that gave nothing, which is empty text beside other pieces. */
    private final TextValue nothingPiece;

    private Operand.@Nullable Nothing nothing;
    private long size;

    PartRenderer(Rendering rendering, HostScope scope, Template template) {
        this.rendering = rendering;
        this.template = template;
        this.expressions = new ExpressionEvaluator(rendering, scope, template.source());
        this.position = template.source().value().position();
        this.nothingPiece = new TextValue("", position, true);
    }

    @SuppressWarnings("ReferenceEquality")
    Operand render() {
        List<Value> pieces = new ArrayList<>();
        render(template.parts(), new Locals(null), pieces);
        if (pieces.size() == 1 && pieces.getFirst() == nothingPiece && nothing != null) {
            return nothing;
        }
        Value result = joined(pieces);
        return new Operand.Final(result instanceof TextValue text ? withTrailingNewlines(text) : result);
    }

    private void render(List<Part> parts, Locals locals, List<Value> pieces) {
        for (Part part : parts) {
            switch (part) {
                case Part.Data data -> add(new TextValue(data.text(), position, true), pieces);
                case Part.Output output -> add(piece(output.expression(), locals), pieces);
                case Part.If choice -> renderIf(choice, locals, pieces);
                case Part.For loop -> renderFor(loop, locals, pieces);
                case Part.Set set ->
                    assign(set.names(), expressions.evaluate(set.expression(), locals), set.offset(), locals);
                case Part.SetAttribute set -> setAttribute(set, locals);
                case Part.SetBlock block -> {
                    List<Value> inside = new ArrayList<>();
                    Locals inner = new Locals(locals);
                    render(block.body(), inner, inside);
                    inner.set(Part.SetBlock.BODY, new Operand.Final(joined(inside)));
                    locals.set(block.name(), expressions.evaluate(block.expression(), inner));
                }
                case Part.With with -> {
                    Locals inner = new Locals(locals);
                    with.assignments()
                            .forEach(set -> assign(
                                    set.names(), expressions.evaluate(set.expression(), locals), set.offset(), inner));
                    render(with.body(), inner, pieces);
                }
            }
        }
    }

    private void setAttribute(Part.SetAttribute set, Locals locals) {
        if (!(locals.find(set.namespace()) instanceof Operand.Namespace namespace)
                || set.namespace().equals("loop")) {
            throw template.source()
                    .failure(
                            set.offset(),
                            "'" + set.namespace() + "' is not a namespace",
                            "only attributes of a namespace can be set",
                            "make it with {% set " + set.namespace() + " = namespace() %}");
        }
        namespace.attributes().put(set.attribute(), new Operand.Final(expressions.value(set.expression(), locals)));
    }

    /** Nothing is no piece: beside it another one keeps its type. */
    private void add(Value piece, List<Value> pieces) {
        if (piece instanceof NullValue) {
            return;
        }
        size += piece instanceof TextValue text ? text.text().length() : 1;
        if (size > LARGEST_TEXT) {
            throw tooLarge();
        }
        pieces.add(piece);
    }

    private void renderIf(Part.If choice, Locals locals, List<Value> pieces) {
        for (Part.Branch branch : choice.branches()) {
            if (expressions.holds(branch.condition(), locals)) {
                render(branch.body(), locals, pieces);
                return;
            }
        }
        render(choice.otherwise(), locals, pieces);
    }

    private void renderFor(Part.For loop, Locals locals, List<Value> pieces) {
        List<Operand> elements = new ArrayList<>();
        for (Operand element : expressions.elements(loop.iterable(), locals)) {
            Locals inner = new Locals(locals);
            assign(loop.names(), element, loop.offset(), inner);
            if (loop.condition() == null || expressions.holds(loop.condition(), inner)) {
                elements.add(element);
            }
        }
        if (elements.isEmpty()) {
            render(loop.otherwise(), locals, pieces);
            return;
        }
        for (int i = 0; i < elements.size(); i++) {
            rendering.step();
            Locals inner = new Locals(locals);
            inner.set("loop", loopVariable(i, elements));
            assign(loop.names(), elements.get(i), loop.offset(), inner);
            render(loop.body(), inner, pieces);
        }
    }

    private Operand loopVariable(int index, List<Operand> elements) {
        int length = elements.size();
        Map<String, Operand> attributes = new LinkedHashMap<>();
        attributes.put("index", number(index + 1));
        attributes.put("index0", number(index));
        attributes.put("revindex", number(length - index));
        attributes.put("revindex0", number(length - index - 1));
        attributes.put("first", expressions.truth(index == 0));
        attributes.put("last", expressions.truth(index == length - 1));
        attributes.put("length", number(length));
        if (index > 0) {
            attributes.put("previtem", elements.get(index - 1));
        }
        if (index < length - 1) {
            attributes.put("nextitem", elements.get(index + 1));
        }
        attributes.put("cycle", new Operand.Cycle(index));
        // A loop inside of another is not deeper: depth counts recursive loops only.
        attributes.put("depth", number(1));
        attributes.put("depth0", number(0));
        return new Operand.Namespace(attributes);
    }

    private Operand number(int number) {
        return new Operand.Final(new IntegerValue(number, position));
    }

    private void assign(List<String> names, Operand operand, int offset, Locals locals) {
        if (names.size() == 1) {
            locals.set(names.getFirst(), operand);
            return;
        }
        Value value = rendering.finished(operand);
        if (!(value instanceof ListValue list) || list.elements().size() != names.size()) {
            TemplateText source = template.source();
            throw source.failure(
                    offset,
                    names.size() + " names for one value",
                    "the value is not a list of " + names.size() + " elements",
                    "use one name, or .items() on a mapping");
        }
        for (int i = 0; i < names.size(); i++) {
            locals.set(names.get(i), new Operand.Final(list.elements().get(i)));
        }
    }

    private Value piece(Expression expression, Locals locals) {
        Operand operand = expressions.evaluate(expression, locals);
        if (operand instanceof Operand.Nothing found) {
            nothing = found;
            return nothingPiece;
        }
        return expressions.guarded(expression.offset(), () -> rendering.finished(operand));
    }

    private Value joined(List<Value> pieces) {
        if (pieces.isEmpty()) {
            return new NullValue(position);
        }
        if (pieces.size() == 1) {
            return pieces.getFirst();
        }
        StringBuilder text = new StringBuilder();
        pieces.forEach(piece -> {
            text.append(expressions.guarded(0, () -> Display.text(Results.withoutTuples(piece))));
            if (text.length() > LARGEST_TEXT) {
                throw tooLarge();
            }
        });
        return new TextValue(text.toString(), position, true);
    }

    private TemplateException tooLarge() {
        return new TemplateException(Problem.error(position, "the template's text is too large", "", "shorten it"));
    }

    /** The newlines at a template's end, which the grammar drops, belong to its text. */
    private TextValue withTrailingNewlines(TextValue result) {
        int missing = newlinesAtEnd(template.source().text()) - newlinesAtEnd(result.text());
        return missing > 0 ? new TextValue(result.text() + "\n".repeat(missing), position, true) : result;
    }

    private static int newlinesAtEnd(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '\n') {
            end--;
        }
        return text.length() - end;
    }
}
