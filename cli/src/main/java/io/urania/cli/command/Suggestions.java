package io.urania.cli.command;

import io.urania.engine.shell.Shell;
import java.util.ArrayList;
import java.util.List;

/**
 * Commands that people are told to type next: with the options that name the same inventory, so that they can be copied and run.
 *
 * @param program what the person types to start Urania
 */
public record Suggestions(String program, GlobalOptions options) {

    /** A command line for a POSIX shell. */
    public String command(String... words) {
        return Shell.quote(program) + " " + words(List.of(words), List.of());
    }

    /** The same without the program, with options that follow those of the inventory. */
    public String words(List<String> command, List<String> others) {
        List<String> words = new ArrayList<>(command);
        words.addAll(options.repeated());
        words.addAll(others);
        return Shell.words(words) + (options.hasVariablesInWords() ? "   (with the same -e)" : "");
    }
}
