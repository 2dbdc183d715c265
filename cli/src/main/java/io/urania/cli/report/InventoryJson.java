package io.urania.cli.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.urania.cli.failure.ProblemText;
import io.urania.cluster.report.VariableReport;
import io.urania.inventory.problem.Position;
import io.urania.inventory.problem.Problem;
import java.util.List;
import java.util.Locale;

/** What {@code inventory check} found, as one JSON object: see {@code docs/json.md}. */
public final class InventoryJson {

    private InventoryJson() {}

    /** What was found in an inventory that cannot be read. */
    public static JsonObject of(List<Problem> problems) {
        return of(List.of(), new VariableReport(List.of()), problems);
    }

    /**
     * What was found.
     *
     * @param problems in the order in which to tell them
     */
    public static JsonObject of(List<String> hosts, VariableReport report, List<Problem> problems) {
        JsonArray names = new JsonArray();
        hosts.forEach(names::add);
        JsonArray variables = new JsonArray();
        report.rows().forEach(row -> variables.add(of(row)));
        JsonArray told = new JsonArray();
        JsonArray findings = new JsonArray();
        problems.forEach(problem -> {
            told.add(of(problem));
            findings.add(finding(problem));
        });
        JsonObject json = new JsonObject();
        json.add("findings", findings);
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
        json.addProperty("severity", ProblemText.name(problem.severity()));
        if (problem.position() != null) {
            json.addProperty("place", problem.position().toString());
        }
        json.addProperty("what", problem.what());
        json.addProperty("why", problem.why());
        json.addProperty("remedy", problem.remedy());
        return json;
    }

    private static JsonObject finding(Problem problem) {
        Position place = problem.position();
        JsonObject json = new JsonObject();
        json.addProperty("severity", ProblemText.name(problem.severity()));
        json.addProperty("file", place == null ? null : place.file().toString());
        json.addProperty("line", place == null ? null : place.line());
        json.addProperty("column", place == null ? null : place.column());
        json.addProperty("what", problem.what());
        json.addProperty("why", problem.why());
        json.addProperty("help", problem.remedy());
        return json;
    }
}
