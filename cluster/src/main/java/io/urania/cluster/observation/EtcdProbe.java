package io.urania.cluster.observation;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.urania.cluster.pki.EtcdCertificates;
import io.urania.cluster.spec.EtcdSpec;
import io.urania.engine.fact.Probe;
import io.urania.engine.fact.Question;
import io.urania.engine.shell.Shell;
import java.util.Map;
import java.util.SortedSet;

/**
 * How the etcd member of a host is.
 *
 * @param etcdctl absolute path on the host
 */
public record EtcdProbe(String etcdctl) implements Probe<EtcdFact> {

    /** The one question of this probe. */
    public Question<EtcdFact> question() {
        return Question.about(this);
    }

    @Override
    public String name() {
        return "etcd";
    }

    @Override
    public String script(SortedSet<String> subjects) {
        return "ETCDCTL_API=3 %s --cacert=%s --cert=%s --key=%s --endpoints=https://127.0.0.1:%d --command-timeout=5s endpoint status --write-out=json 2>&1 || :"
                .formatted(
                        Shell.quote(etcdctl),
                        EtcdCertificates.CLIENT_AUTHORITY,
                        EtcdCertificates.CLIENT,
                        EtcdCertificates.CLIENT_KEY,
                        EtcdSpec.CLIENT_PORT);
    }

    @Override
    public Map<String, EtcdFact> parse(String output, SortedSet<String> subjects) {
        EtcdFact fact = output.lines()
                .filter(line -> line.startsWith("[{"))
                .findFirst()
                .map(EtcdProbe::serving)
                .orElseGet(() -> new EtcdFact.Silent(reason(output)));
        return Map.of("", fact);
    }

    private static EtcdFact serving(String json) {
        try {
            JsonObject status = JsonParser.parseString(json)
                    .getAsJsonArray()
                    .get(0)
                    .getAsJsonObject()
                    .getAsJsonObject("Status");
            String leader = status.has("leader") ? id(status.get("leader").getAsString()) : "";
            return new EtcdFact.Serving(
                    id(status.getAsJsonObject("header").get("member_id").getAsString()),
                    leader,
                    status.get("version").getAsString(),
                    status.get("dbSize").getAsLong());
        } catch (JsonParseException | IllegalStateException | NullPointerException | NumberFormatException e) {
            return new EtcdFact.Silent("etcdctl's answer cannot be read: " + e.getMessage());
        }
    }

    /** etcdctl's own sentence: before it come lines of its log, as JSON, and after it the word null in place of the JSON. */
    private static String reason(String output) {
        return output.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("{") && !line.equals("null") && !line.equals("[]"))
                .reduce((_, last) -> last)
                .orElse("no answer");
    }

    private static String id(String decimal) {
        return Long.toHexString(Long.parseUnsignedLong(decimal));
    }
}
