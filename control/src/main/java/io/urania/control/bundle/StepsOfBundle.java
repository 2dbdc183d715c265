package io.urania.control.bundle;

import io.urania.artifacts.Progress;
import io.urania.control.port.Steps;
import java.time.Duration;

/** Shows the making of a bundle as the details of one step. */
final class StepsOfBundle implements Progress {

    private final Steps steps;

    StepsOfBundle(Steps steps) {
        this.steps = steps;
    }

    @Override
    public void started(String what, int done, int total) {
        steps.detail((done + 1) + " of " + total + ", " + what);
    }

    @Override
    public void finished(String what, int done, int total, Duration elapsed) {
        // The next one that starts says it.
    }

    @Override
    public void note(String text) {
        steps.note(text);
    }
}
