package io.urania.inventory.library.filter;

import io.urania.inventory.python.Display;
import io.urania.inventory.python.Text;
import io.urania.inventory.value.ListValue;
import io.urania.inventory.value.MapValue;
import io.urania.inventory.value.TextValue;
import io.urania.inventory.value.Value;
import java.util.Optional;

/** Follows an attribute path such as {@code address.0.name}, as {@code map}, {@code sort} and others take it. */
final class Attributes {
    private Attributes() {}

    static Optional<Value> find(Value element, Value path) {
        Optional<Value> current = Optional.of(element);
        for (String name : Display.text(path).split("\\.", -1)) {
            current = current.flatMap(value -> member(value, name));
        }
        return current;
    }

    static Value required(Value element, Value path) {
        return find(element, path)
                .orElseThrow(() -> new NothingException("an element has no '" + Display.text(path) + "'"));
    }

    private static Optional<Value> member(Value value, String name) {
        return switch (value) {
            case MapValue map -> map.get(name);
            case ListValue list
            when !name.isEmpty() && name.length() < 10 && name.chars().allMatch(c -> c >= '0' && c <= '9') -> {
                int index = Integer.parseInt(name);
                yield index < list.elements().size()
                        ? Optional.of(list.elements().get(index))
                        : Optional.empty();
            }
            case TextValue text
            when name.matches("[0-9]{1,8}") -> {
                int index = Integer.parseInt(name);
                yield index < Text.length(text.text())
                        ? Optional.of(new TextValue(
                                Character.toString(
                                        text.text().codePointAt(text.text().offsetByCodePoints(0, index))),
                                text.position(),
                                true))
                        : Optional.empty();
            }
            default -> Optional.empty();
        };
    }
}
