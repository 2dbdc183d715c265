package io.urania.cli.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.urania.cluster.benchmark.BenchmarkReport;
import io.urania.cluster.benchmark.CisBenchmark;
import io.urania.cluster.benchmark.Verdict;
import java.util.Locale;

/** What the benchmark has found, as one JSON object; docs/json.md describes it. */
public final class BenchmarkJson {

    private BenchmarkJson() {}

    public static JsonObject of(BenchmarkReport report) {
        JsonObject json = new JsonObject();
        json.addProperty("benchmark", "CIS Kubernetes Benchmark");
        json.addProperty("version", CisBenchmark.VERSION);
        json.addProperty("passed", report.isPassed());
        JsonArray controls = new JsonArray();
        BenchmarkSummary.of(report.judged()).forEach(control -> controls.add(of(control)));
        json.add("controls", controls);
        JsonObject unseen = new JsonObject();
        report.unseen().forEach(unseen::addProperty);
        json.add("unseen", unseen);
        return json;
    }

    private static JsonObject of(BenchmarkSummary control) {
        JsonObject json = new JsonObject();
        json.addProperty("id", control.control().id());
        json.addProperty("title", control.control().title());
        json.addProperty("state", word(control.state()));
        JsonObject hosts = new JsonObject();
        control.hosts().forEach((host, verdict) -> hosts.add(host, of(verdict)));
        json.add("hosts", hosts);
        return json;
    }

    private static JsonObject of(Verdict verdict) {
        JsonObject json = new JsonObject();
        json.addProperty("state", word(BenchmarkSummary.state(verdict)));
        switch (verdict) {
            case Verdict.Passed _ -> {
                // Nothing more is to be said.
            }
            case Verdict.Failed failed -> {
                json.addProperty("what", failed.what());
                json.addProperty("remedy", failed.remedy());
            }
            case Verdict.NotApplicable other -> json.addProperty("reason", other.reason());
        }
        return json;
    }

    private static String word(BenchmarkSummary.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
