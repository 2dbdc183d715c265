package io.urania.cli.timeline;

import io.urania.engine.plan.Lane;
import io.urania.engine.plan.TaskId;
import java.time.Duration;

/**
 * A step on its host's line.
 *
 * @param from since the run's beginning
 * @param to since the run's beginning
 * @param link its place in the critical path, from 1; 0 if it is not part of it
 */
record Bar(TaskId id, Lane lane, String phase, String title, Duration from, Duration to, Fate fate, int link) {

    /** How a step ended. */
    enum Fate {
        DONE("done"),
        FAILED("failed"),
        /** It began, and its end was not heard of. */
        OPEN("no end recorded");

        private final String words;

        Fate(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    Duration took() {
        return to.minus(from);
    }

    Bar onPath(int place) {
        return new Bar(id, lane, phase, title, from, to, fate, place);
    }
}
