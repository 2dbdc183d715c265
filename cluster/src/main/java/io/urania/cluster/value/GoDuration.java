package io.urania.cluster.value;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A length of time as Go's {@code time.ParseDuration} takes it: {@code 1h0m0s}, {@code 60s}, {@code 1.5h}.
 *
 * @param text as written, for flags and configuration files of programs written in Go
 * @param length the same, computed with
 */
public record GoDuration(String text, Duration length) {
    private static final Pattern WHOLE = Pattern.compile("(?:\\d+(?:\\.\\d+)?(?:h|ms|m|s|us|ns))+");
    private static final Pattern PART = Pattern.compile("(\\d+(?:\\.\\d+)?)(h|ms|m|s|us|ns)");
    /** Digits that a long surely has room for. */
    private static final int MOST_DIGITS = 18;

    private static final Map<String, Long> NANOSECONDS = Map.of(
            "h",
            3_600_000_000_000L,
            "m",
            60_000_000_000L,
            "s",
            1_000_000_000L,
            "ms",
            1_000_000L,
            "us",
            1_000L,
            "ns",
            1L);

    /** Reads a duration, or nothing if Go would not take the text. {@code 0} is the only number without a unit. */
    public static Optional<GoDuration> parse(String text) {
        String stripped = text.strip();
        if (stripped.equals("0")) {
            return Optional.of(new GoDuration("0s", Duration.ZERO));
        }
        if (!WHOLE.matcher(stripped).matches()) {
            return Optional.empty();
        }
        Matcher part = PART.matcher(stripped);
        try {
            long sum = 0;
            while (part.find()) {
                sum = Math.addExact(sum, nanoseconds(part.group(1), NANOSECONDS.getOrDefault(part.group(2), 0L)));
            }
            return Optional.of(new GoDuration(stripped, Duration.ofNanos(sum)));
        } catch (ArithmeticException tooLong) {
            return Optional.empty();
        }
    }

    /** Decimals only where there are some: the first BigDecimal of a program takes longer than all its durations. */
    private static long nanoseconds(String amount, long unit) {
        boolean isShort = amount.length() <= MOST_DIGITS && amount.indexOf('.') < 0;
        return isShort
                ? Math.multiplyExact(Long.parseLong(amount), unit)
                : new BigDecimal(amount)
                        .multiply(BigDecimal.valueOf(unit))
                        .toBigInteger()
                        .longValueExact();
    }

    @Override
    public String toString() {
        return text;
    }
}
