package io.urania.cli.terminal;

import io.urania.cli.console.Console;
import io.urania.cli.failure.ProblemList;
import io.urania.cli.progress.Output;
import io.urania.control.port.Telling;
import io.urania.inventory.problem.Problem;
import java.util.List;

/**
 * Tells on standard error.
 *
 * @param output what the command prints: what is odd in an inventory is no matter of programs
 */
record ConsoleTelling(Console console, Output output) implements Telling {

    @Override
    public void warn(String sentence) {
        tell("warning: ", sentence);
    }

    @Override
    public void note(String sentence) {
        tell("note: ", sentence);
    }

    @Override
    public void warnings(List<Problem> warnings) {
        if (output.isText()) {
            ProblemList.tell(console, warnings);
        }
    }

    private void tell(String word, String sentence) {
        console.printError(console.errorStyle().yellow(word) + sentence);
    }
}
