package io.urania.inventory.value;

import io.urania.inventory.problem.Position;

/** A floating-point number; may be infinite or not a number. */
public record DecimalValue(double number, Position position) implements Value {
    @Override
    public String type() {
        return "decimal number";
    }

    @Override
    public Double plain() {
        return number;
    }
}
