package io.urania.cli.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import io.urania.inventory.problem.Position;
import java.util.List;

/** A variable of a host as JSON: {@code docs/json.md}. */
public final class HostVariableJson {
    private static final Gson GSON = new GsonBuilder()
            .serializeNulls()
            .serializeSpecialFloatingPointValues()
            .create();

    private HostVariableJson() {}

    public static JsonObject of(HostVariable variable) {
        JsonObject json = new JsonObject();
        json.addProperty("host", variable.host());
        json.addProperty("variable", variable.name());
        json.add("value", value(variable));
        variable.rendered()
                .ifPresent(rendered -> json.addProperty("type", rendered.value().type()));
        if (variable.isSecret()) {
            json.addProperty("secret", true);
        }
        JsonArray places = new JsonArray();
        List<Position> positions = variable.places();
        for (int i = 0; i < positions.size(); i++) {
            JsonObject place = new JsonObject();
            place.addProperty("file", positions.get(i).file().toString());
            place.addProperty("line", positions.get(i).line());
            place.addProperty("column", positions.get(i).column());
            place.addProperty("winner", i == positions.size() - 1);
            places.add(place);
        }
        json.add("places", places);
        if (!variable.problems().isEmpty()) {
            JsonArray problems = new JsonArray();
            variable.problems().forEach(problem -> problems.add(problem.toString()));
            json.add("problems", problems);
        }
        return json;
    }

    private static JsonElement value(HostVariable variable) {
        return variable.isSecret() || variable.rendered().isEmpty()
                ? JsonNull.INSTANCE
                : GSON.toJsonTree(variable.rendered().get().value().plain());
    }
}
