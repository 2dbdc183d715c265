package io.urania.cli.progress;

import io.urania.control.port.RunProgress;
import io.urania.engine.event.Event;
import io.urania.engine.plan.Plan;

/** Shows nothing. */
final class SilentProgress implements RunProgress {

    @Override
    public void expect(Plan plan) {
        // Nothing is shown.
    }

    @Override
    public void accept(Event event) {
        // Nothing is shown.
    }

    @Override
    public void end() {
        // Nothing to take back.
    }
}
