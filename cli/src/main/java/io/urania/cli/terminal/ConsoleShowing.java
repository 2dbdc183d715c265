package io.urania.cli.terminal;

import io.urania.cli.progress.Displays;
import io.urania.cli.progress.Output;
import io.urania.cli.progress.PastDurations;
import io.urania.control.port.RunProgress;
import io.urania.control.port.Showing;
import io.urania.control.port.Steps;
import io.urania.engine.state.RunHistory;

/** Shows as the command's output wants it. */
record ConsoleShowing(Displays displays, Output output) implements Showing {

    @Override
    public Steps steps() {
        return displays.steps(output);
    }

    @Override
    public RunProgress run(RunHistory past) {
        return displays.run(output, () -> PastDurations.of(past));
    }
}
