package io.urania.engine.state;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.urania.engine.event.Event;
import io.urania.engine.plan.TaskId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Events as JSON objects: {@code at}, {@code event}, and what belongs to the event; durations in seconds. */
public final class EventJson {

    private EventJson() {}

    /** The JSON of one event. */
    public static JsonObject of(Event event) {
        JsonObject json = new JsonObject();
        json.addProperty("at", event.at().toString());
        switch (event) {
            case Event.FactsStarted(Instant _, List<String> hosts) -> {
                json.addProperty("event", "facts-started");
                json.add("hosts", array(hosts));
            }
            case Event.FactsRead(Instant _, String host, Duration took) -> {
                json.addProperty("event", "facts-read");
                json.addProperty("host", host);
                json.addProperty("seconds", seconds(took));
            }
            case Event.FactsFailed(Instant _, String host, String reason) -> {
                json.addProperty("event", "facts-failed");
                json.addProperty("host", host);
                json.addProperty("reason", reason);
            }
            case Event.RunStarted(Instant _, int changes, List<String> hosts) -> {
                json.addProperty("event", "run-started");
                json.addProperty("changes", changes);
                json.add("hosts", array(hosts));
            }
            case Event.ChangeStarted(Instant _, TaskId id, String phase, String title) ->
                change(json, "change-started", id, phase, title);
            case Event.ChangeFinished(Instant _, TaskId id, String phase, String title, Duration took) -> {
                change(json, "change-finished", id, phase, title);
                json.addProperty("seconds", seconds(took));
            }
            case Event.ChangeFailed(Instant _, TaskId id, String phase, String title, Duration took, String reason) -> {
                change(json, "change-failed", id, phase, title);
                json.addProperty("seconds", seconds(took));
                json.addProperty("reason", reason);
            }
            case Event.ChangeBlocked(Instant _, TaskId id, String phase, String title, TaskId cause) -> {
                change(json, "change-blocked", id, phase, title);
                json.addProperty("cause", cause.toString());
            }
            case Event.RunFinished(Instant _, Duration took, int done, int failed, int blocked) -> {
                json.addProperty("event", "run-finished");
                json.addProperty("seconds", seconds(took));
                json.addProperty("done", done);
                json.addProperty("failed", failed);
                json.addProperty("blocked", blocked);
            }
        }
        return json;
    }

    private static void change(JsonObject json, String event, TaskId id, String phase, String title) {
        json.addProperty("event", event);
        json.addProperty("host", id.host());
        json.addProperty("task", id.name());
        json.addProperty("phase", phase);
        json.addProperty("title", title);
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    private static JsonArray array(List<String> texts) {
        JsonArray array = new JsonArray();
        texts.forEach(array::add);
        return array;
    }
}
