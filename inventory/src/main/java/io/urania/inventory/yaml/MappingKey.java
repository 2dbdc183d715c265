package io.urania.inventory.yaml;

import io.urania.inventory.python.Dictionary;
import io.urania.inventory.value.TextValue;
import io.urania.inventory.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A key as it is written.
 *
 * @param name the text, or the text that stands for the key
 * @param other the key if it is no text
 */
record MappingKey(String name, @Nullable Value other) {
    static MappingKey text(String text) {
        return new MappingKey(text, null);
    }

    /** The key that a scalar's value is. */
    static MappingKey of(Value key) {
        return key instanceof TextValue text ? text(text.text()) : new MappingKey(Dictionary.name(key), key);
    }
}
