package io.urania.cli.progress;

import io.urania.cli.console.Console;
import io.urania.control.port.RunProgress;
import io.urania.control.port.Steps;
import java.time.Clock;
import java.util.function.Supplier;

/** Chooses how a run or a long step is shown. One display may be open at a time. */
public final class Displays {

    private final Console console;
    private final Clock clock;

    public Displays(Console console, Clock clock) {
        this.console = console;
        this.clock = clock;
    }

    /** A display for facts, changes and failures of hosts, which knows nothing of earlier runs. */
    public RunProgress run(Output output) {
        return run(output, () -> PastDurations.NONE);
    }

    /**
     * A display for facts, changes and failures of hosts.
     *
     * @param past from which it is told how long a run may still take; asked only where that is shown
     */
    public RunProgress run(Output output, Supplier<PastDurations> past) {
        return switch (output) {
            case TEXT, COMMANDS, TRANSCRIPT ->
                console.isLive()
                        ? new LiveProgress(console, clock, output, past)
                        : new PlainProgress(console, clock.instant(), output);
            case JSON -> new JsonProgress(console);
            case ANSWER, NOTHING -> new SilentProgress();
        };
    }

    /** A display for work that has steps. */
    public Steps steps(Output output) {
        return switch (output) {
            case TEXT, COMMANDS, TRANSCRIPT ->
                console.isLive() ? new LiveSteps(console, clock) : new PlainSteps(console, clock);
            case JSON -> new JsonSteps(console, clock);
            case ANSWER, NOTHING -> new SilentSteps();
        };
    }
}
