package io.urania.cluster.variable.type;

import io.urania.inventory.value.Value;

/**
 * A type made of a description and a function.
 *
 * @param <T> the type in Java
 */
record SimpleType<T>(String description, Shape shape, Reading<T> reading) implements VariableType<T> {

    @Override
    public T read(Value value) throws UnfitValue {
        return reading.read(value);
    }

    /** How a value is read. */
    @FunctionalInterface
    interface Reading<T> {
        T read(Value value) throws UnfitValue;
    }
}
