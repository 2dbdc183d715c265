package io.urania.inventory.library;

import io.urania.inventory.value.Value;

/** {@code subject | name(arguments)}. */
@FunctionalInterface
public interface Filter {
    /** Throws {@link io.urania.inventory.python.OperationException} if it makes no sense for these values. */
    Value apply(Value subject, Call call);
}
