package io.urania.engine.state;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The first and the last line of a journal; what is between them is {@link EventJson}. Documented in docs/runs.md. */
final class JournalJson {

    /** Version of the format. A reader knows this one and those before it. */
    static final int VERSION = 1;

    /** Names of runs end there too. */
    private static final Instant LAST = Instant.parse("3058-01-01T00:00:00Z");

    private JournalJson() {}

    /**
     * A field with an instant.
     *
     * @throws DateTimeException if it is none, or at none of a run
     */
    static Instant instant(JsonObject json, String name) {
        Instant read = Instant.parse(text(json, name));
        if (read.isBefore(Instant.EPOCH) || read.isAfter(LAST)) {
            throw new DateTimeException(read + " is not a valid time");
        }
        return read;
    }

    /**
     * A field with a text.
     *
     * @throws IllegalArgumentException if there is none
     */
    static String text(JsonObject json, String name) {
        if (json.get(name) instanceof JsonPrimitive text && text.isString()) {
            return text.getAsString();
        }
        throw new IllegalArgumentException("there is no text " + name);
    }

    static JsonObject of(RunHeader header) {
        JsonArray inventories = new JsonArray();
        header.inventories().forEach(inventories::add);
        JsonObject json = new JsonObject();
        json.addProperty("at", header.at().toString());
        json.addProperty("event", "begin");
        json.addProperty("journal", VERSION);
        json.addProperty("run", header.id().text());
        json.addProperty("command", header.command());
        json.add("inventory", inventories);
        json.addProperty("urania", header.version());
        json.addProperty("user", header.user());
        json.addProperty("machine", header.machine());
        json.addProperty("process", header.process());
        return json;
    }

    static RunHeader header(JsonObject json) {
        List<String> inventories = new ArrayList<>();
        json.getAsJsonArray("inventory").forEach(path -> inventories.add(path.getAsString()));
        return new RunHeader(
                new RunId(json.get("run").getAsString()),
                instant(json, "at"),
                json.get("command").getAsString(),
                inventories,
                json.get("urania").getAsString(),
                json.get("user").getAsString(),
                json.get("machine").getAsString(),
                json.get("process").getAsLong());
    }

    static JsonObject of(RunEnd end) {
        JsonObject json = new JsonObject();
        json.addProperty("at", end.at().toString());
        json.addProperty("event", "end");
        json.addProperty("outcome", end.outcome().word());
        json.addProperty("exit", end.exitCode());
        return json;
    }

    static RunEnd end(JsonObject json) {
        return new RunEnd(
                instant(json, "at"),
                RunOutcome.of(json.get("outcome").getAsString()),
                json.get("exit").getAsInt());
    }
}
