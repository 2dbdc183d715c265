package io.urania.cli.terminal;

import io.urania.cli.console.Console;
import io.urania.cli.progress.Displays;
import io.urania.cli.progress.Output;
import io.urania.control.port.Person;
import io.urania.control.port.Telling;

/**
 * Where the person is for whom something is done.
 *
 * @param program what the person types to start Urania
 */
public record Terminal(Console console, Displays displays, String program) {

    /** The person, for a command that prints this. */
    public Person person(Output output) {
        return new Person(
                new ConsoleAsking(console),
                telling(console, output),
                new ConsoleShowing(displays, output),
                new Login(program));
    }

    /** Whom a command tells something that opens no cluster. */
    public static Telling telling(Console console, Output output) {
        return new ConsoleTelling(console, output);
    }
}
