package io.urania.cli.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.urania.engine.plan.Change;
import io.urania.engine.plan.Plan;
import java.util.Locale;

/** A plan as one JSON object: {@code changes} in an order in which they could be done, and {@code unchanged}. */
public final class PlanJson {

    private PlanJson() {}

    public static JsonObject of(Plan plan) {
        JsonArray changes = new JsonArray();
        plan.changes().forEach(change -> changes.add(of(change)));
        JsonObject json = new JsonObject();
        json.add("changes", changes);
        json.addProperty("unchanged", plan.unchanged());
        return json;
    }

    private static JsonObject of(Change change) {
        JsonArray needs = new JsonArray();
        change.needs().stream().sorted().forEach(need -> {
            JsonObject task = new JsonObject();
            task.addProperty("host", need.host());
            task.addProperty("task", need.name());
            needs.add(task);
        });
        JsonObject json = new JsonObject();
        json.addProperty("host", change.host());
        json.addProperty("task", change.id().name());
        json.addProperty("phase", change.phase());
        json.addProperty("lane", change.lane().name().toLowerCase(Locale.ROOT));
        json.addProperty("title", change.title());
        json.addProperty("before", change.difference().before());
        json.addProperty("after", change.difference().after());
        json.add("needs", needs);
        return json;
    }
}
