package io.urania.cli.timeline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Time as a distance.
 *
 * @param left where the beginning is, in pixels
 * @param width of the whole, in pixels
 */
record Scale(Duration length, double left, double width) {

    private static final int[] STEPS = {1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600};
    private static final int TICKS = 12;

    double x(Duration at) {
        double whole = Math.max(1, length.toMillis());
        return left + width * at.toMillis() / whole;
    }

    /** Instants worth a line, a round number of seconds apart. */
    List<Duration> ticks() {
        int step = STEPS[STEPS.length - 1];
        for (int index = STEPS.length - 1; index >= 0; index--) {
            if (length.toSeconds() / STEPS[index] <= TICKS) {
                step = STEPS[index];
            }
        }
        List<Duration> ticks = new ArrayList<>();
        for (long second = 0; second <= length.toSeconds(); second += step) {
            ticks.add(Duration.ofSeconds(second));
        }
        return ticks;
    }
}
