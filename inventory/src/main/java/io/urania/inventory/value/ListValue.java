package io.urania.inventory.value;

import io.urania.inventory.problem.Position;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list; unmodifiable. */
public record ListValue(List<Value> elements, Position position) implements Value {
    public ListValue {
        elements = List.copyOf(elements);
    }

    @Override
    public String type() {
        return "list";
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
