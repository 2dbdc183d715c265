package io.urania.inventory.evaluation;

import io.urania.inventory.value.Value;

/**
 * A value with its templates rendered.
 *
 * @param secret whether anything encrypted went into it: it must not be shown, logged or quoted
 */
public record Rendered(Value value, boolean secret) {
    @Override
    public String toString() {
        return secret ? "Rendered[secret]" : "Rendered[" + value + "]";
    }
}
