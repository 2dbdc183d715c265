package io.urania.inventory.value;

import io.urania.inventory.problem.Position;
import org.jspecify.annotations.Nullable;

/** Nothing: {@code null}, {@code ~}, or a key with no value after it. */
public record NullValue(Position position) implements Value {
    @Override
    public String type() {
        return "empty";
    }

    @Override
    public @Nullable Object plain() {
        return null;
    }
}
