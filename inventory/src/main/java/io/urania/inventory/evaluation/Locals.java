package io.urania.inventory.evaluation;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names that a template sets itself: {@code set} and loop variables. An inner scope's end with it. */
final class Locals {
    private final @Nullable Locals outer;
    private final Map<String, Operand> names = new HashMap<>();

    Locals(@Nullable Locals outer) {
        this.outer = outer;
    }

    @Nullable
    Operand find(String name) {
        Operand found = names.get(name);
        return found == null && outer != null ? outer.find(name) : found;
    }

    void set(String name, Operand operand) {
        names.put(name, operand);
    }
}
