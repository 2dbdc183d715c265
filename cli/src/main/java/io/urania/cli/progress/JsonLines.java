package io.urania.cli.progress;

import com.google.gson.JsonObject;
import io.urania.cli.console.Console;

/** Prints what happens as JSON, one object per line, each with the version of the format: {@code docs/events.md}. */
public final class JsonLines {

    /** Raised when a reader of the version before would misunderstand something; members and events may be added. */
    public static final int VERSION = 1;

    private final Console console;

    public JsonLines(Console console) {
        this.console = console;
    }

    /** Prints an event. */
    public void print(JsonObject event) {
        event.addProperty("version", VERSION);
        console.print(event.toString());
    }
}
