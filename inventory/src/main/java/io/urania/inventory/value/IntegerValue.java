package io.urania.inventory.value;

import io.urania.inventory.problem.Position;
import java.math.BigInteger;

/** A whole number of any size, as in Python. */
public record IntegerValue(BigInteger number, Position position) implements Value {
    public IntegerValue(long number, Position position) {
        this(BigInteger.valueOf(number), position);
    }

    @Override
    public String type() {
        return "integer";
    }

    @Override
    public BigInteger plain() {
        return number;
    }
}
