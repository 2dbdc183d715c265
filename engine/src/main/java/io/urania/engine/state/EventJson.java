package io.urania.engine.state;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.urania.engine.event.Event;
import io.urania.engine.plan.TaskId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Events as JSON objects: {@code at}, {@code event}, and what belongs to the event; durations in seconds. The lines of
 * {@code apply --json} and of the journal.
 */
public final class EventJson {

    /** A year: no step of a run takes so long. */
    private static final double MOST_SECONDS = 365 * 86_400.0;

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
            case Event.RunStarted run -> {
                json.addProperty("event", "run-started");
                json.addProperty("changes", run.changes().size());
                json.add("hosts", array(run.hosts()));
                json.add("plan", PlannedJson.of(run.changes()));
            }
            case Event.BatchSent(Instant _, String host, List<String> tasks) -> {
                json.addProperty("event", "batch-sent");
                json.addProperty("host", host);
                json.add("tasks", array(tasks));
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
            case Event.ChangeRepeated repeated -> {
                change(json, "change-repeated", repeated.id(), repeated.phase(), repeated.title());
                json.addProperty("seconds", seconds(repeated.took()));
                json.addProperty("reason", repeated.reason());
                json.addProperty("attempt", repeated.attempt());
                json.addProperty("attempts", repeated.attempts());
                json.addProperty("pause_seconds", seconds(repeated.pause()));
            }
            case Event.Waiting(Instant _, String host, String task, String what, Instant since) -> {
                json.addProperty("event", "waiting");
                waiting(json, host, task, what);
                json.addProperty("since", since.toString());
            }
            case Event.Waited(Instant _, String host, String task, String what, Duration took) -> {
                json.addProperty("event", "waited");
                waiting(json, host, task, what);
                json.addProperty("seconds", seconds(took));
            }
            case Event.ChangeBlocked(Instant _, TaskId id, String phase, String title, TaskId cause) -> {
                change(json, "change-blocked", id, phase, title);
                json.addProperty("cause_host", cause.host());
                json.addProperty("cause_task", cause.name());
            }
            case Event.RunFinished(Instant _, Duration took, int done, int failed, int blocked, int left) -> {
                json.addProperty("event", "run-finished");
                json.addProperty("seconds", seconds(took));
                json.addProperty("done", done);
                json.addProperty("failed", failed);
                json.addProperty("blocked", blocked);
                json.addProperty("left", left);
            }
        }
        return json;
    }

    /** The event of a line; empty for one that this version does not know. */
    static Optional<Event> read(JsonObject json) {
        Instant at = JournalJson.instant(json, "at");
        return Optional.ofNullable(
                switch (text(json, "event")) {
                    case "facts-started" -> new Event.FactsStarted(at, texts(json, "hosts"));
                    case "facts-read" -> new Event.FactsRead(at, text(json, "host"), took(json));
                    case "facts-failed" -> new Event.FactsFailed(at, text(json, "host"), text(json, "reason"));
                    case "run-started" -> new Event.RunStarted(at, PlannedJson.read(json.getAsJsonArray("plan")));
                    case "batch-sent" -> new Event.BatchSent(at, text(json, "host"), texts(json, "tasks"));
                    case "change-started" ->
                        new Event.ChangeStarted(at, id(json), text(json, "phase"), text(json, "title"));
                    case "change-finished" ->
                        new Event.ChangeFinished(at, id(json), text(json, "phase"), text(json, "title"), took(json));
                    case "change-failed" ->
                        new Event.ChangeFailed(
                                at,
                                id(json),
                                text(json, "phase"),
                                text(json, "title"),
                                took(json),
                                text(json, "reason"));
                    case "change-repeated" ->
                        new Event.ChangeRepeated(
                                at,
                                id(json),
                                text(json, "phase"),
                                text(json, "title"),
                                took(json),
                                text(json, "reason"),
                                json.get("attempt").getAsInt(),
                                json.get("attempts").getAsInt(),
                                duration(json, "pause_seconds"));
                    case "waiting" ->
                        new Event.Waiting(
                                at,
                                text(json, "host"),
                                text(json, "task"),
                                text(json, "what"),
                                JournalJson.instant(json, "since"));
                    case "waited" ->
                        new Event.Waited(at, text(json, "host"), text(json, "task"), text(json, "what"), took(json));
                    case "change-blocked" ->
                        new Event.ChangeBlocked(
                                at,
                                id(json),
                                text(json, "phase"),
                                text(json, "title"),
                                new TaskId(text(json, "cause_host"), text(json, "cause_task")));
                    case "run-finished" ->
                        new Event.RunFinished(
                                at,
                                took(json),
                                json.get("done").getAsInt(),
                                json.get("failed").getAsInt(),
                                json.get("blocked").getAsInt(),
                                json.get("left").getAsInt());
                    default -> null;
                });
    }

    private static String text(JsonObject json, String name) {
        return JournalJson.text(json, name);
    }

    private static List<String> texts(JsonObject json, String name) {
        List<String> texts = new ArrayList<>();
        json.getAsJsonArray(name).forEach(text -> texts.add(text.getAsString()));
        return texts;
    }

    private static TaskId id(JsonObject json) {
        return new TaskId(text(json, "host"), text(json, "task"));
    }

    private static Duration took(JsonObject json) {
        return duration(json, "seconds");
    }

    private static Duration duration(JsonObject json, String name) {
        double seconds = json.get(name).getAsDouble();
        if (!(seconds >= 0 && seconds <= MOST_SECONDS)) {
            throw new IllegalArgumentException(seconds + " seconds are not a valid duration");
        }
        return Duration.ofMillis(Math.round(seconds * 1000));
    }

    private static void waiting(JsonObject json, String host, String task, String what) {
        json.addProperty("host", host);
        json.addProperty("task", task);
        json.addProperty("what", what);
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
