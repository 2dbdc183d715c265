package io.urania.inventory.evaluation;

import io.urania.inventory.value.Value;

/**
 * A value with its templates rendered.
 *
 * @param secret whether anything secret went into it, as what is encrypted or a lookup has read: it must not be shown, logged or quoted
 * @param looked whether a lookup has read something secret for it: what is encrypted is the author's own, this is the reader's
 */
public record Rendered(Value value, boolean secret, boolean looked) {
    @Override
    public String toString() {
        return secret ? "Rendered[secret]" : "Rendered[" + value + "]";
    }
}
