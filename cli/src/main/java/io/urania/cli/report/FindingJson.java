package io.urania.cli.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.urania.cluster.preflight.Finding;
import io.urania.cluster.preflight.Level;
import java.util.List;

/** What was found before anything is changed, as one JSON object; docs/json.md describes it. */
public final class FindingJson {

    private FindingJson() {}

    /**
     * The object.
     *
     * @param rules the names of those by which was judged
     */
    public static JsonObject of(List<String> hosts, List<String> rules, List<Finding> findings) {
        JsonObject json = new JsonObject();
        json.addProperty("passed", findings.stream().noneMatch(finding -> finding.level() == Level.ERROR));
        json.add("hosts", texts(hosts));
        json.add("rules", texts(rules));
        JsonArray found = new JsonArray();
        findings.forEach(finding -> found.add(of(finding)));
        json.add("findings", found);
        return json;
    }

    private static JsonObject of(Finding finding) {
        JsonObject json = new JsonObject();
        json.addProperty("rule", finding.rule());
        json.addProperty("level", finding.level().word());
        json.addProperty("host", finding.host());
        json.addProperty("what", finding.what());
        json.addProperty("why", finding.why());
        json.addProperty("help", finding.remedy());
        return json;
    }

    private static JsonArray texts(List<String> texts) {
        JsonArray array = new JsonArray();
        texts.forEach(array::add);
        return array;
    }
}
