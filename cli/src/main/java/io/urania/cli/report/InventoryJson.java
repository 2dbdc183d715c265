package io.urania.cli.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.urania.cluster.report.VariableReport;
import io.urania.inventory.problem.Problem;
import java.util.List;
import java.util.Locale;

/** What {@code inventory check} found, as one JSON object: {@code hosts}, {@code variables}, {@code problems}. */
public final class InventoryJson {

    private InventoryJson() {}

    public static JsonObject of(List<String> hosts, VariableReport report, List<Problem> problems) {
        JsonArray names = new JsonArray();
        hosts.forEach(names::add);
        JsonArray variables = new JsonArray();
        report.rows().forEach(row -> variables.add(of(row)));
        JsonArray told = new JsonArray();
        problems.forEach(problem -> told.add(of(problem)));
        JsonObject json = new JsonObject();
        json.add("hosts", names);
        json.add("variables", variables);
        json.add("problems", told);
        return json;
    }

    private static JsonObject of(VariableReport.Row row) {
        JsonArray places = new JsonArray();
        row.places().forEach(place -> places.add(place.toString()));
        JsonObject json = new JsonObject();
        json.addProperty("name", row.name());
        json.add("places", places);
        json.addProperty("standing", row.standing().name().toLowerCase(Locale.ROOT));
        json.addProperty("meaning", row.meaning());
        json.addProperty("explanation", row.explanation());
        row.suggestion().ifPresent(name -> json.addProperty("suggestion", name));
        return json;
    }

    private static JsonObject of(Problem problem) {
        JsonObject json = new JsonObject();
        json.addProperty("severity", problem.severity().name().toLowerCase(Locale.ROOT));
        if (problem.position() != null) {
            json.addProperty("place", problem.position().toString());
        }
        json.addProperty("what", problem.what());
        json.addProperty("why", problem.why());
        json.addProperty("remedy", problem.remedy());
        return json;
    }
}
