package io.urania.cli.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.urania.engine.plan.Plan;
import io.urania.engine.run.CriticalPath;
import io.urania.engine.run.Report;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The last line of {@code apply --json}: what came of the run. */
public final class RunJson {

    private RunJson() {}

    /** A run that had nothing to do. */
    public static JsonObject nothingToDo() {
        return of(new Report(new Plan(List.of(), 0), Map.of(), Map.of(), Duration.ZERO));
    }

    public static JsonObject of(Report report) {
        JsonObject json = new JsonObject();
        json.addProperty("event", "result");
        json.addProperty("succeeded", report.succeeded());
        json.addProperty("changes", report.done().size());
        json.addProperty("failed", report.failed().size());
        json.addProperty("blocked", report.blocked().size());
        json.addProperty("left", report.left().size());
        report.stopped()
                .ifPresent(cause -> json.addProperty("stopped", cause.name().toLowerCase(Locale.ROOT)));
        json.addProperty("seconds", report.took().toMillis() / 1000.0);
        JsonArray path = new JsonArray();
        for (CriticalPath.Link link : CriticalPath.of(report).links()) {
            JsonObject step = new JsonObject();
            step.addProperty("host", link.change().host());
            step.addProperty("phase", link.change().phase());
            step.addProperty("title", link.change().title());
            step.addProperty("waited", link.waited().toMillis() / 1000.0);
            step.addProperty("seconds", link.took().toMillis() / 1000.0);
            path.add(step);
        }
        json.add("critical_path", path);
        return json;
    }
}
