package io.urania.cli.progress;

import io.urania.cli.console.Console;
import java.time.Clock;

/** Chooses how a run or a long step is shown. One display may be open at a time. */
public final class Displays {

    private final Console console;
    private final Clock clock;

    public Displays(Console console, Clock clock) {
        this.console = console;
        this.clock = clock;
    }

    /** A display for facts, changes and failures of hosts. */
    public RunProgress run(Output output) {
        return switch (output) {
            case TEXT ->
                console.isLive() ? new LiveProgress(console, clock) : new PlainProgress(console, clock.instant());
            case JSON -> new JsonProgress(console);
            case NOTHING -> new SilentProgress();
        };
    }

    /** A display for work that has steps. */
    public Steps steps(Output output) {
        return switch (output) {
            case TEXT -> console.isLive() ? new LiveSteps(console, clock) : new PlainSteps(console, clock);
            case JSON -> new JsonSteps(console, clock);
            case NOTHING -> new SilentSteps();
        };
    }
}
