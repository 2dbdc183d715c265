package io.urania.engine.state;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.urania.engine.event.PlannedChange;
import io.urania.engine.plan.Action;
import io.urania.engine.plan.Lane;
import io.urania.engine.plan.TaskId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The changes of a plan as a JSON array; what a change needs is told by the places of those changes in it, from 0. */
final class PlannedJson {

    private PlannedJson() {}

    static JsonArray of(List<PlannedChange> changes) {
        Map<TaskId, Integer> places = new HashMap<>();
        JsonArray plan = new JsonArray();
        for (PlannedChange change : changes) {
            TreeSet<Integer> needs = new TreeSet<>();
            change.needs().forEach(need -> needs.add(places.getOrDefault(need, -1)));
            places.put(change.id(), plan.size());
            JsonArray needed = new JsonArray();
            needs.tailSet(0).forEach(needed::add);
            JsonObject json = new JsonObject();
            json.addProperty("host", change.host());
            json.addProperty("task", change.id().name());
            json.addProperty("phase", change.phase());
            json.addProperty("lane", change.lane().name().toLowerCase(Locale.ROOT));
            change.action().ifPresent(action -> json.addProperty("action", action.word()));
            json.addProperty("title", change.title());
            json.add("needs", needed);
            plan.add(json);
        }
        return plan;
    }

    static List<PlannedChange> read(JsonArray plan) {
        List<PlannedChange> changes = new ArrayList<>();
        for (JsonElement element : plan) {
            JsonObject json = element.getAsJsonObject();
            Set<TaskId> needs = new LinkedHashSet<>();
            json.getAsJsonArray("needs")
                    .forEach(place -> needs.add(changes.get(place.getAsInt()).id()));
            changes.add(new PlannedChange(
                    new TaskId(json.get("host").getAsString(), json.get("task").getAsString()),
                    json.get("phase").getAsString(),
                    Lane.valueOf(json.get("lane").getAsString().toUpperCase(Locale.ROOT)),
                    action(json),
                    json.get("title").getAsString(),
                    needs));
        }
        return changes;
    }

    /** Journals of earlier versions do not tell it, and those of later ones may tell one that is not known here. */
    private static Optional<Action> action(JsonObject json) {
        return Optional.ofNullable(json.get("action"))
                .map(JsonElement::getAsString)
                .flatMap(Action::named);
    }
}
