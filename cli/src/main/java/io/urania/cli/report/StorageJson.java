package io.urania.cli.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.urania.cluster.operation.StorageReport;
import io.urania.engine.storage.WriteLatency;
import java.time.Duration;

/** How fast the disks of etcd members are, as one JSON object; docs/json.md describes it. */
public final class StorageJson {

    private StorageJson() {}

    public static JsonObject of(StorageReport report) {
        JsonObject json = new JsonObject();
        json.addProperty("passed", report.isPassed());
        JsonObject hosts = new JsonObject();
        report.measured().forEach((host, latencies) -> {
            JsonArray directories = new JsonArray();
            latencies.forEach(latency -> directories.add(of(latency)));
            hosts.add(host, directories);
        });
        json.add("hosts", hosts);
        JsonObject unseen = new JsonObject();
        report.unseen().forEach(unseen::addProperty);
        json.add("unseen", unseen);
        return json;
    }

    private static JsonObject of(WriteLatency latency) {
        JsonObject json = new JsonObject();
        json.addProperty("directory", latency.directory());
        json.addProperty("passed", StorageReport.isFastEnough(latency));
        json.addProperty("median_ms", milliseconds(latency.median()));
        json.addProperty("p99_ms", milliseconds(latency.percentile99()));
        json.addProperty("slowest_ms", milliseconds(latency.slowest()));
        return json;
    }

    private static double milliseconds(Duration duration) {
        return duration.toNanos() / 1e6;
    }
}
