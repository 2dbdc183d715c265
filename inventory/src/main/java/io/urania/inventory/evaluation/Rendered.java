package io.urania.inventory.evaluation;

import io.urania.inventory.value.Value;

/**
 * A value with its templates rendered.
 *
 * @param secret whether anything secret went into it, as what is encrypted or a lookup has read: it must not be shown, logged or quoted
 */
public record Rendered(Value value, boolean secret) {
    @Override
    public String toString() {
        return secret ? "Rendered[secret]" : "Rendered[" + value + "]";
    }
}
