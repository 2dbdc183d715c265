package io.urania.cluster.variable.type;

import io.urania.inventory.value.Value;

/**
 * What values a variable takes, and how the inventory's value becomes one of Java.
 *
 * @param <T> the type in Java
 */
public interface VariableType<T> {

    /** In a person's words, to stand after "takes": {@code a number from 1 to 65535}. */
    String description();

    /** The values it takes, for a schema: no stricter than {@link #read}. */
    Shape shape();

    /**
     * The value as the program uses it. Types are generous as Ansible is: numbers and truth may be written as text.
     *
     * @throws UnfitValue if the variable cannot have this value
     */
    T read(Value value) throws UnfitValue;

    /** The value as an inventory would write it. */
    default String write(T value) {
        return Spelling.of(value);
    }
}
