package io.urania.cli.console;

import io.urania.cli.console.Console.Abilities;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;

/** A console that writes into memory. */
public final class RecordedConsole {

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
    private final Console console;

    /**
     * @param input what the person will type
     */
    public RecordedConsole(Abilities abilities, String input) {
        this.console = new Console(
                new BufferedReader(new StringReader(input)),
                new PrintStream(output, false, StandardCharsets.UTF_8),
                new PrintStream(errors, false, StandardCharsets.UTF_8),
                abilities,
                () -> Size.USUAL);
    }

    /** A console that writes to pipes. */
    public static RecordedConsole onPipes() {
        return new RecordedConsole(Abilities.NONE, "");
    }

    public Console console() {
        return console;
    }

    public String output() {
        return output.toString(StandardCharsets.UTF_8);
    }

    public String errors() {
        return errors.toString(StandardCharsets.UTF_8);
    }
}
