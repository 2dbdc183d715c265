package io.urania.inventory.value;

import io.urania.inventory.problem.Position;

/**
 * A text.
 *
 * @param literal whether the text is never a template, even if it looks like one ({@code !unsafe})
 */
public record TextValue(String text, Position position, boolean literal) implements Value {
    public TextValue(String text, Position position) {
        this(text, position, false);
    }

    @Override
    public String type() {
        return "text";
    }

    @Override
    public String plain() {
        return text;
    }
}
