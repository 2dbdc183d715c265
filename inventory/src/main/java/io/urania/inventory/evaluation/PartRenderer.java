package io.urania.inventory.evaluation;

import io.urania.inventory.expression.Expression;
import io.urania.inventory.expression.Part;
import io.urania.inventory.expression.Template;
import io.urania.inventory.expression.TemplateException;
import io.urania.inventory.expression.TemplateText;
import io.urania.inventory.problem.Position;
import io.urania.inventory.problem.Problem;
import io.urania.inventory.python.Display;
import io.urania.inventory.python.Truth;
import io.urania.inventory.value.BooleanValue;
import io.urania.inventory.value.IntegerValue;
import io.urania.inventory.value.ListValue;
import io.urania.inventory.value.MapValue;
import io.urania.inventory.value.NullValue;
import io.urania.inventory.value.TextValue;
import io.urania.inventory.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
    private long size;

    PartRenderer(Rendering rendering, HostScope scope, Template template) {
        this.rendering = rendering;
        this.template = template;
        this.expressions = new ExpressionEvaluator(rendering, scope, template.source());
        this.position = template.source().value().position();
    }

    Operand render() {
        List<Value> pieces = new ArrayList<>();
        render(template.parts(), new Locals(null), pieces);
        Value result = joined(pieces);
        return new Operand.Final(result instanceof TextValue text ? withTrailingNewlines(text) : result);
    }

    private void render(List<Part> parts, Locals locals, List<Value> pieces) {
        for (Part part : parts) {
            switch (part) {
                case Part.Data data -> add(new TextValue(data.text(), position, true), pieces);
                case Part.Output output -> add(value(output.expression(), locals), pieces);
                case Part.If choice -> renderIf(choice, locals, pieces);
                case Part.For loop -> renderFor(loop, locals, pieces);
                case Part.Set set ->
                    assign(set.names(), expressions.evaluate(set.expression(), locals), set.offset(), locals);
                case Part.SetBlock block -> {
                    List<Value> inside = new ArrayList<>();
                    render(block.body(), new Locals(locals), inside);
                    StringBuilder text = new StringBuilder();
                    inside.forEach(piece -> text.append(shown(piece)));
                    locals.set(block.name(), new Operand.Final(new TextValue(text.toString(), position, true)));
                }
            }
        }
    }

    private void add(Value piece, List<Value> pieces) {
        size += piece instanceof TextValue text ? text.text().length() : 1;
        if (size > LARGEST_TEXT) {
            throw new TemplateException(Problem.error(position, "the template's text is too large", "", "shorten it"));
        }
        pieces.add(piece);
    }

    private void renderIf(Part.If choice, Locals locals, List<Value> pieces) {
        for (Part.Branch branch : choice.branches()) {
            if (Truth.of(value(branch.condition(), locals))) {
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
            if (loop.condition() == null || Truth.of(value(loop.condition(), inner))) {
                elements.add(element);
            }
        }
        if (elements.isEmpty()) {
            render(loop.otherwise(), locals, pieces);
            return;
        }
        for (int i = 0; i < elements.size(); i++) {
            Locals inner = new Locals(locals);
            inner.set("loop", new Operand.Final(loopVariable(i, elements.size())));
            assign(loop.names(), elements.get(i), loop.offset(), inner);
            render(loop.body(), inner, pieces);
        }
    }

    private MapValue loopVariable(int index, int length) {
        Map<String, Value> entries = new LinkedHashMap<>();
        entries.put("index", new IntegerValue(index + 1, position));
        entries.put("index0", new IntegerValue(index, position));
        entries.put("revindex", new IntegerValue(length - index, position));
        entries.put("revindex0", new IntegerValue(length - index - 1, position));
        entries.put("first", new BooleanValue(index == 0, position));
        entries.put("last", new BooleanValue(index == length - 1, position));
        entries.put("length", new IntegerValue(length, position));
        return new MapValue(entries, position);
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
                    "the value is no list of " + names.size() + " elements",
                    "use one name, or .items() on a mapping");
        }
        for (int i = 0; i < names.size(); i++) {
            locals.set(names.get(i), new Operand.Final(list.elements().get(i)));
        }
    }

    private Value value(Expression expression, Locals locals) {
        return expressions.value(expression, locals);
    }

    private Value joined(List<Value> pieces) {
        if (pieces.isEmpty()) {
            return new NullValue(position);
        }
        if (pieces.size() == 1) {
            return pieces.getFirst();
        }
        StringBuilder text = new StringBuilder();
        pieces.forEach(piece -> text.append(shown(piece)));
        return new TextValue(text.toString(), position, true);
    }

    /** In the middle of text nothing is shown as nothing. */
    private static String shown(Value piece) {
        return piece instanceof NullValue ? "" : Display.text(piece);
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
