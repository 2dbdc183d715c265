package io.urania.cli.timeline;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.urania.engine.plan.Lane;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A timeline for chrome://tracing and ui.perfetto.dev, in the "Trace Event Format": a process per host, a thread per lane,
 * a complete event ("X") per step, and a flow ("s", "f") along the critical path. Times in microseconds.
 */
public final class ChromeTrace {

    private ChromeTrace() {}

    public static JsonObject of(Timeline timeline) {
        List<String> hosts = new ArrayList<>(timeline.hosts());
        JsonArray events = new JsonArray();
        for (String host : hosts) {
            events.add(name("process_name", hosts.indexOf(host), 0, host));
            for (Lane lane : Lane.values()) {
                events.add(name("thread_name", hosts.indexOf(host), thread(lane), word(lane)));
            }
        }
        timeline.facts().forEach((host, span) -> {
            JsonObject json = at("X", hosts.indexOf(host), Lane.SYSTEM, span.from());
            json.addProperty("name", "read facts");
            json.addProperty("cat", "facts");
            json.addProperty("dur", microseconds(span.to().minus(span.from())));
            events.add(json);
        });
        timeline.bars()
                .forEach(bar -> events.add(step(bar, hosts.indexOf(bar.id().host()))));
        for (int index = 1; index < timeline.path().size(); index++) {
            Bar before = timeline.path().get(index - 1);
            Bar after = timeline.path().get(index);
            events.add(flow("s", index, hosts.indexOf(before.id().host()), before.lane(), before.to()));
            events.add(flow("f", index, hosts.indexOf(after.id().host()), after.lane(), after.from()));
        }
        JsonObject about = new JsonObject();
        about.addProperty("run", timeline.run().id().text());
        about.addProperty("command", timeline.run().header().command());
        about.addProperty("began", timeline.run().header().at().toString());
        JsonObject json = new JsonObject();
        json.addProperty("displayTimeUnit", "ms");
        json.add("otherData", about);
        json.add("traceEvents", events);
        return json;
    }

    private static JsonObject step(Bar bar, int host) {
        JsonObject details = new JsonObject();
        details.addProperty("task", bar.id().name());
        details.addProperty("outcome", bar.fate().words());
        details.addProperty("critical", bar.link() > 0);
        JsonObject json = at("X", host, bar.lane(), bar.from());
        json.addProperty("name", bar.title());
        json.addProperty("cat", bar.phase());
        json.addProperty("dur", microseconds(bar.took()));
        json.add("args", details);
        return json;
    }

    private static JsonObject flow(String kind, int number, int host, Lane lane, Duration at) {
        JsonObject json = at(kind, host, lane, at);
        json.addProperty("name", "critical path");
        json.addProperty("cat", "critical path");
        json.addProperty("id", number);
        if (kind.equals("f")) {
            json.addProperty("bp", "e");
        }
        return json;
    }

    private static JsonObject at(String kind, int host, Lane lane, Duration at) {
        JsonObject json = new JsonObject();
        json.addProperty("ph", kind);
        json.addProperty("pid", host);
        json.addProperty("tid", thread(lane));
        json.addProperty("ts", microseconds(at));
        return json;
    }

    private static JsonObject name(String what, int host, int lane, String name) {
        JsonObject details = new JsonObject();
        details.addProperty("name", name);
        JsonObject json = new JsonObject();
        json.addProperty("ph", "M");
        json.addProperty("pid", host);
        json.addProperty("tid", lane);
        json.addProperty("name", what);
        json.add("args", details);
        return json;
    }

    private static int thread(Lane lane) {
        return List.of(Lane.values()).indexOf(lane);
    }

    private static String word(Lane lane) {
        return lane.name().toLowerCase(Locale.ROOT);
    }

    private static long microseconds(Duration duration) {
        return duration.toNanos() / 1000;
    }
}
