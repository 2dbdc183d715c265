package io.urania.inventory.value;

import io.urania.inventory.problem.Position;

/** True or false; YAML 1.1 also writes yes, no, on, off. */
public record BooleanValue(boolean truth, Position position) implements Value {
    @Override
    public String type() {
        return "boolean";
    }

    @Override
    public Boolean plain() {
        return truth;
    }
}
