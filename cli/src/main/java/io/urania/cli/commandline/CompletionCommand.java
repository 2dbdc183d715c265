package io.urania.cli.commandline;

import io.urania.cli.command.About;
import io.urania.cli.completion.Shell;
import io.urania.cli.console.Console;
import io.urania.control.failure.ExitCode;
import io.urania.control.failure.Refusal;
import java.util.Arrays;
import java.util.Iterator;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;

final class CompletionCommand implements Callable<Integer> {

    static final About ABOUT = About.of(
            "completion",
            "Print a script that makes a shell complete commands, options, phases and runs.",
            "For bash and zsh: source <(urania completion bash); for fish: urania completion fish | source.");

    private final Console console;
    private final Supplier<CommandSpec> root;

    @Parameters(
            index = "0",
            paramLabel = "SHELL",
            description = "One of ${COMPLETION-CANDIDATES}.",
            completionCandidates = Shells.class)
    private String shell = "";

    /** The shells' names. */
    static final class Shells implements Iterable<String> {

        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(Shell.values()).map(Shell::word).iterator();
        }
    }

    /**
     * @param root makes the program with all its commands
     */
    CompletionCommand(Console console, Supplier<CommandSpec> root) {
        this.console = console;
        this.root = root;
    }

    @Override
    public Integer call() throws Refusal {
        Shell chosen = Shell.named(shell)
                .orElseThrow(() -> new Refusal(
                        ExitCode.USAGE,
                        "no completion for '" + shell + "'; choose from: " + String.join(", ", new Shells())));
        console.print(chosen.script(root.get()).stripTrailing());
        return ExitCode.DONE.number();
    }
}
