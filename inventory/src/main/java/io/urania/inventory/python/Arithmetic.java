package io.urania.inventory.python;

import io.urania.inventory.problem.Position;
import io.urania.inventory.value.DecimalValue;
import io.urania.inventory.value.IntegerValue;
import io.urania.inventory.value.ListValue;
import io.urania.inventory.value.TextValue;
import io.urania.inventory.value.Value;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Python's arithmetic: whole numbers of any size, {@code /} always decimal, {@code //} and {@code %} rounding down. */
public final class Arithmetic {
    /** What a processor multiplies in one step, and some more for what goes with it. */
    private static final int BITS_AT_ONCE = 64 * 64 * 16;

    private Arithmetic() {}

    /**
     * {@code left operator right} for {@code + - * / // % **} and {@code ~}.
     *
     * @throws OperationException if the operator means nothing for these types
     */
    public static Value apply(String operator, Value left, Value right, Position position) {
        if (operator.equals("~")) {
            String first = Display.text(left);
            String second = Display.text(right);
            Bounds.check((long) first.length() + second.length(), operator);
            return new TextValue(first + second, position);
        }
        if (operator.equals("%") && left instanceof TextValue format) {
            return new TextValue(Formatting.percent(format.text(), right), position);
        }
        Optional<BigInteger> leftInteger = Numbers.integer(left);
        Optional<BigInteger> rightInteger = Numbers.integer(right);
        if (leftInteger.isPresent() && rightInteger.isPresent()) {
            return integers(operator, leftInteger.get(), rightInteger.get(), position);
        }
        Optional<Double> leftDecimal = Numbers.decimal(left);
        Optional<Double> rightDecimal = Numbers.decimal(right);
        if (leftDecimal.isPresent() && rightDecimal.isPresent()) {
            return new DecimalValue(decimals(operator, leftDecimal.get(), rightDecimal.get()), position);
        }
        if (operator.equals("+")) {
            return joined(left, right, position);
        }
        if (operator.equals("*") && rightInteger.isPresent()) {
            return repeated(left, right, rightInteger.get(), position);
        }
        if (operator.equals("*") && leftInteger.isPresent()) {
            return repeated(right, left, leftInteger.get(), position);
        }
        throw meaningless(operator, left, right);
    }

    /** {@code -value}. */
    public static Value negate(Value value, Position position) {
        Optional<BigInteger> integer = Numbers.integer(value);
        if (integer.isPresent()) {
            return new IntegerValue(integer.get().negate(), position);
        }
        double number = Numbers.decimal(value)
                .orElseThrow(
                        () -> new OperationException("'-' before " + value.type(), "only numbers have a sign", ""));
        return new DecimalValue(-number, position);
    }

    /** {@code +value}, which makes a number of true and false. */
    public static Value positive(Value value, Position position) {
        return negate(negate(value, position), position);
    }

    private static Value integers(String operator, BigInteger left, BigInteger right, Position position) {
        if (operator.equals("*") && (long) left.bitLength() + right.bitLength() > Bounds.LONGEST_NUMBER) {
            throw new OperationException("the result of '*' is too large", "it has too many digits", "");
        }
        Work.spend((long) left.bitLength() * right.bitLength() / BITS_AT_ONCE);
        return switch (operator) {
            case "+" -> new IntegerValue(left.add(right), position);
            case "-" -> new IntegerValue(left.subtract(right), position);
            case "*" -> new IntegerValue(left.multiply(right), position);
            case "/" -> new DecimalValue(divide(left.doubleValue(), right.doubleValue()), position);
            case "//" -> new IntegerValue(floorDivide(left, right), position);
            case "%" -> new IntegerValue(left.subtract(floorDivide(left, right).multiply(right)), position);
            default -> power(left, right, position);
        };
    }

    private static Value power(BigInteger base, BigInteger exponent, Position position) {
        if (exponent.signum() < 0) {
            return new DecimalValue(Math.pow(base.doubleValue(), exponent.doubleValue()), position);
        }
        if (base.abs().bitLength() <= 1) {
            // 0, 1 and -1: only whether the exponent is zero, odd or even counts.
            int sameResult = exponent.signum() == 0 ? 0 : exponent.testBit(0) ? 1 : 2;
            return new IntegerValue(base.pow(sameResult), position);
        }
        if (exponent.bitLength() > 31 || (long) base.bitLength() * exponent.intValueExact() > Bounds.LONGEST_NUMBER) {
            throw new OperationException("the result of '**' is too large", "", "");
        }
        long bits = (long) base.bitLength() * exponent.intValueExact();
        Work.spend(bits * bits / BITS_AT_ONCE);
        return new IntegerValue(base.pow(exponent.intValueExact()), position);
    }

    private static double decimals(String operator, double left, double right) {
        return switch (operator) {
            case "+" -> left + right;
            case "-" -> left - right;
            case "*" -> left * right;
            case "/" -> divide(left, right);
            case "//" -> floorDivide(left, right);
            case "%" -> remainder(left, right);
            default -> Math.pow(left, right);
        };
    }

    private static double divide(double left, double right) {
        if (right == 0) {
            throw divisionByZero();
        }
        return left / right;
    }

    /** With the sign of the divisor, also if it is 0: {@code float_rem} of CPython's {@code floatobject.c}. */
    private static double remainder(double left, double right) {
        if (right == 0) {
            throw divisionByZero();
        }
        double remainder = left % right;
        if (remainder == 0) {
            return Math.copySign(0.0, right);
        }
        return remainder < 0 == right < 0 ? remainder : remainder + right;
    }

    /** The quotient rounded down, exact where {@code left / right} is not: {@code float_floor_div} of CPython's {@code floatobject.c}. */
    private static double floorDivide(double left, double right) {
        double quotient = (left - remainder(left, right)) / right;
        if (quotient == 0) {
            return Math.copySign(0.0, left / right);
        }
        double floor = Math.floor(quotient);
        return quotient - floor > 0.5 ? floor + 1 : floor;
    }

    private static BigInteger floorDivide(BigInteger left, BigInteger right) {
        if (right.signum() == 0) {
            throw divisionByZero();
        }
        BigInteger[] parts = left.divideAndRemainder(right);
        boolean roundedUp = parts[1].signum() != 0 && parts[1].signum() != right.signum();
        return roundedUp ? parts[0].subtract(BigInteger.ONE) : parts[0];
    }

    private static Value joined(Value left, Value right, Position position) {
        if (left instanceof TextValue first && right instanceof TextValue second) {
            Bounds.check((long) first.text().length() + second.text().length(), "+");
            return new TextValue(first.text() + second.text(), position);
        }
        if (left instanceof ListValue first
                && right instanceof ListValue second
                && first.kind() == second.kind()
                && first.kind() != ListValue.Kind.RANGE) {
            List<Value> elements = new ArrayList<>(first.elements());
            elements.addAll(second.elements());
            Bounds.check(elements.size(), "+");
            return new ListValue(elements, position, first.kind());
        }
        throw meaningless("+", left, right);
    }

    private static Value repeated(Value value, Value count, BigInteger times, Position position) {
        int size = switch (value) {
            case TextValue text -> text.text().length();
            case ListValue list
            when list.kind() != ListValue.Kind.RANGE -> list.elements().size();
            default -> throw meaningless("*", value, count);
        };
        BigInteger needed = times.max(BigInteger.ZERO).multiply(BigInteger.valueOf(size));
        Bounds.check(needed.bitLength() > 62 ? Long.MAX_VALUE : needed.longValue(), "*");
        int repeats = size == 0 ? 0 : times.max(BigInteger.ZERO).intValueExact();
        if (value instanceof TextValue text) {
            return new TextValue(text.text().repeat(repeats), position);
        }
        ListValue list = (ListValue) value;
        List<Value> elements = new ArrayList<>(list.elements().size() * repeats);
        for (int i = 0; i < repeats; i++) {
            elements.addAll(list.elements());
        }
        return new ListValue(elements, position, list.kind());
    }

    private static OperationException divisionByZero() {
        return new OperationException("division by zero", "", "");
    }

    private static OperationException meaningless(String operator, Value left, Value right) {
        String remedy = operator.equals("+") && (left instanceof TextValue || right instanceof TextValue)
                ? "join texts with ~, which converts, or convert with | int or | string"
                : "convert with | int or | string";
        return new OperationException(
                "'" + operator + "' is not defined between " + left.type() + " and " + right.type(), "", remedy);
    }
}
