package io.urania.cli.command;

import io.urania.cli.progress.Output;
import picocli.CommandLine.Option;

/** How a run that changes hosts is shown. */
public final class ProgressOptions {

    @Option(
            names = {"-v", "--verbose"},
            description = "Show the commands that hosts run; -vv also what they print. Secrets are not shown.")
    private boolean[] verbose = {};

    @Option(names = "--json", description = "Print one event per line, as JSON: what docs/events.md describes.")
    private boolean json;

    public boolean json() {
        return json;
    }

    /** JSON if asked for: programs have no use for commands and what they print. */
    public Output output() {
        if (json) {
            return Output.JSON;
        }
        return switch (verbose.length) {
            case 0 -> Output.TEXT;
            case 1 -> Output.COMMANDS;
            default -> Output.TRANSCRIPT;
        };
    }
}
