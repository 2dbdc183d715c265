package io.urania.inventory.python;

import io.urania.inventory.value.BooleanValue;
import io.urania.inventory.value.DecimalValue;
import io.urania.inventory.value.IntegerValue;
import io.urania.inventory.value.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;

/** Values as numbers; as in Python, true is 1 and false is 0. */
public final class Numbers {
    private Numbers() {}

    /** The whole number a value is; empty for decimal numbers and everything that is no number. */
    public static Optional<BigInteger> integer(Value value) {
        return switch (value) {
            case IntegerValue integer -> Optional.of(integer.number());
            case BooleanValue truth -> Optional.of(truth.truth() ? BigInteger.ONE : BigInteger.ZERO);
            default -> Optional.empty();
        };
    }

    /** The number a value is, whole or not. */
    public static Optional<Double> decimal(Value value) {
        return value instanceof DecimalValue decimal
                ? Optional.of(decimal.number())
                : integer(value).map(BigInteger::doubleValue);
    }

    static boolean isNumber(Value value) {
        return value instanceof DecimalValue || integer(value).isPresent();
    }

    /** Compares exactly, also whole numbers too large for a double. Neither may be NaN. */
    static int compare(Value left, Value right) {
        Optional<BigInteger> leftInteger = integer(left);
        Optional<BigInteger> rightInteger = integer(right);
        if (leftInteger.isPresent() && rightInteger.isPresent()) {
            return leftInteger.get().compareTo(rightInteger.get());
        }
        double leftDouble = decimal(left).orElseThrow();
        double rightDouble = decimal(right).orElseThrow();
        if (Double.isInfinite(leftDouble) || Double.isInfinite(rightDouble)) {
            return Double.compare(leftDouble, rightDouble);
        }
        return exact(left).compareTo(exact(right));
    }

    private static BigDecimal exact(Value value) {
        return integer(value)
                .map(BigDecimal::new)
                .orElseGet(() -> new BigDecimal(decimal(value).orElseThrow()));
    }
}
