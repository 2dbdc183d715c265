package io.urania.cli.report;

import io.urania.cli.console.HostNames;
import io.urania.cli.console.Style;
import io.urania.cluster.operation.StorageReport;
import io.urania.engine.storage.WriteLatency;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** How fast the disks of etcd members are, as text: a line for each, and below them what to do where one is too slow. */
public final class StorageText {

    private final Style style;
    private final HostNames names;

    /** @param hosts all hosts of the inventory, so that a short name is one of a single host */
    public StorageText(Style style, Collection<String> hosts) {
        this.style = style;
        this.names = new HostNames(hosts);
    }

    public List<String> of(StorageReport report) {
        List<String> lines = new ArrayList<>();
        report.measured().forEach((host, latencies) -> latencies.forEach(latency -> lines.add(line(host, latency))));
        report.unseen().forEach((host, why) -> lines.add(style.red("unseen") + "  " + names.of(host) + ": " + why));
        lines.add("");
        if (report.isPassed()) {
            lines.add("Fast enough for etcd: 99 % of writes take less than " + milliseconds(StorageReport.FAST_ENOUGH)
                    + " ms.");
        } else if (report.measured().values().stream().flatMap(List::stream).allMatch(StorageReport::isFastEnough)) {
            lines.add("Not all disks were measured.");
        } else {
            lines.add("etcd wants 99 % of writes on the disk in less than " + milliseconds(StorageReport.FAST_ENOUGH)
                    + " ms: with slower disks, leaders change under load.");
            lines.add("  " + style.blue("=") + " " + style.bold("help")
                    + ": put etcd_data_dir on an SSD, or raise etcd_heartbeat_interval and etcd_election_timeout");
        }
        return lines;
    }

    private String line(String host, WriteLatency latency) {
        String word = StorageReport.isFastEnough(latency) ? style.green("pass") : style.red("FAIL");
        return "%s  %s: 99 %% of writes in %s take up to %s ms, half of them %s ms, the slowest %s ms"
                .formatted(
                        word,
                        names.of(host),
                        latency.directory(),
                        milliseconds(latency.percentile99()),
                        milliseconds(latency.median()),
                        milliseconds(latency.slowest()));
    }

    private static String milliseconds(Duration duration) {
        double milliseconds = duration.toNanos() / 1e6;
        return String.format(Locale.ROOT, milliseconds < 10 && milliseconds % 1 != 0 ? "%.1f" : "%.0f", milliseconds);
    }
}
