package io.urania.cli.command.lab;

import io.urania.control.failure.ExitCode;
import io.urania.control.failure.Refusal;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How far a clock is wrong, as people type it. */
final class ClockOffset {
    private static final Pattern OFFSET = Pattern.compile("([-+]?[0-9]{1,9})([smhd])");
    private static final Map<String, ChronoUnit> UNITS =
            Map.of("s", ChronoUnit.SECONDS, "m", ChronoUnit.MINUTES, "h", ChronoUnit.HOURS, "d", ChronoUnit.DAYS);

    private ClockOffset() {}

    /** Reads {@code -3h}, {@code 90m} and the like; nothing is no offset. */
    static Duration parse(String text) throws Refusal {
        if (text.isEmpty()) {
            return Duration.ZERO;
        }
        Matcher matcher = OFFSET.matcher(text);
        if (!matcher.matches()) {
            throw new Refusal(
                    ExitCode.USAGE, "--clock=" + text + ": expected a number and a unit, such as -3h, 90m, 45s or 2d");
        }
        return Duration.of(
                Long.parseLong(matcher.group(1)),
                Objects.requireNonNull(UNITS.get(matcher.group(2)), "a unit of the pattern"));
    }
}
