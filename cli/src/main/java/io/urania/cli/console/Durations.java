package io.urania.cli.console;

import java.time.Duration;
import java.util.Locale;

/** How durations are written for people: {@code 2.1s}, {@code 48s}, {@code 3m05s}, {@code 1h02m}. */
public final class Durations {

    private Durations() {}

    /** With tenths below ten seconds. */
    public static String exact(Duration duration) {
        return duration.toMillis() < 9_950
                ? String.format(Locale.ROOT, "%.1fs", duration.toMillis() / 1000.0)
                : whole(duration.plusMillis(500));
    }

    /** In whole seconds: for what is redrawn. */
    public static String whole(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds < 60) {
            return seconds + "s";
        }
        if (seconds < 3600) {
            return String.format(Locale.ROOT, "%dm%02ds", seconds / 60, seconds % 60);
        }
        return String.format(Locale.ROOT, "%dh%02dm", seconds / 3600, seconds / 60 % 60);
    }
}
