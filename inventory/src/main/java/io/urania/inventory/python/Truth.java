package io.urania.inventory.python;

import io.urania.inventory.value.BooleanValue;
import io.urania.inventory.value.DecimalValue;
import io.urania.inventory.value.EncryptedValue;
import io.urania.inventory.value.IntegerValue;
import io.urania.inventory.value.ListValue;
import io.urania.inventory.value.MapValue;
import io.urania.inventory.value.NullValue;
import io.urania.inventory.value.TextValue;
import io.urania.inventory.value.TimestampValue;
import io.urania.inventory.value.Value;

/** Python's truth: zero and whatever is empty is false. */
public final class Truth {
    private Truth() {}

    public static boolean of(Value value) {
        return switch (value) {
            case BooleanValue truth -> truth.truth();
            case TextValue text -> !text.text().isEmpty();
            case IntegerValue integer -> integer.number().signum() != 0;
            case DecimalValue decimal -> decimal.number() != 0;
            case ListValue list -> !list.elements().isEmpty();
            case MapValue map -> !map.entries().isEmpty();
            case NullValue _ -> false;
            case TimestampValue _, EncryptedValue _ -> true;
        };
    }
}
