package io.urania.inventory.value;

import io.urania.inventory.problem.Position;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list; unmodifiable.
 *
 * @param kind what Python would call it; it matters while a template is evaluated only
 */
public record ListValue(List<Value> elements, Position position, Kind kind) implements Value {
    /** Python's sequences, none of which equals one of another kind. */
    public enum Kind {
        LIST,
        /** {@code (1, 2)}, and the pairs that {@code items()} gives; a list as the result of a template. */
        TUPLE,
        /** {@code range(3)}, which is no result of a template until it is made a list. */
        RANGE
    }

    public ListValue {
        elements = Elements.copyOf(elements);
    }

    public ListValue(List<Value> elements, Position position) {
        this(elements, position, Kind.LIST);
    }

    @Override
    public String type() {
        return kind == Kind.RANGE ? "range" : "list";
    }

    @Override
    public List<@Nullable Object> plain() {
        List<@Nullable Object> result = new ArrayList<>(elements.size());
        for (Value element : elements) {
            result.add(element.plain());
        }
        return Collections.unmodifiableList(result);
    }
}
