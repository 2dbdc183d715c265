package io.urania.inventory.library;

import io.urania.inventory.value.Value;

/** {@code subject is name(arguments)}. */
@FunctionalInterface
public interface Test {
    /** Throws {@link io.urania.inventory.python.OperationException} if it makes no sense for these values. */
    boolean check(Value subject, Call call);
}
