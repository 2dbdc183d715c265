package io.urania.cli.rack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.urania.cli.rack.CommandsOnTheRack.Said;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Other settings of a cluster that is alive: what several hosts have one of is restarted on one of them at a time. Six minutes, most of
 * them the pods' and etcd's own time to end in good order.
 */
@Tag("nightly")
final class RollingChangesOnTheRackTest extends TestOnTheRack {

    private static final String ETCD = "restart etcd.service";
    private static final String API = "restart the API server, the controller manager and the scheduler";

    /** Other values than the rack has, which harm nobody. */
    private static final String[] OTHERS = {"-e", "etcd_snapshot_count=9000", "-e", "event_ttl_duration=2h0m0s"};

    @AfterEach
    void bringTheRacksOwnSettingsBack() {
        succeeds("apply", "--yes");
        succeeds("plan", "--detailed-exitcode");
    }

    @Test
    void reachOneHostAfterTheOther() throws Exception {
        Said apply = urania.run(with("apply", "--yes", "--json"));

        assertThat(apply.code()).as(apply.output() + apply.errors()).isZero();
        assertThat(oneAtATime(apply, ETCD)).hasSameSizeAs(rack.controlPlanes());
        assertThat(oneAtATime(apply, API)).hasSameSizeAs(rack.controlPlanes());
        for (String host : rack.controlPlanes()) {
            assertThat(rack.run(host, "arguments_of kube-apiserver")).contains("--event-ttl=2h0m0s");
            assertThat(rack.run(host, "environment_of etcd.service")).contains("ETCD_SNAPSHOT_COUNT=9000");
        }
        succeeds(with("plan", "--detailed-exitcode"));
    }

    /** The hosts on which the step was made, in order; fails if it began on one before it had ended on another. */
    private static List<String> oneAtATime(Said apply, String title) {
        List<String> hosts = new ArrayList<>();
        String at = "";
        for (String line : apply.output().lines().toList()) {
            JsonObject event = JsonParser.parseString(line).getAsJsonObject();
            if (!event.has("title") || !event.get("title").getAsString().equals(title)) {
                continue;
            }
            String host = event.get("host").getAsString();
            switch (event.get("event").getAsString()) {
                case "change-started" -> {
                    assertThat(at).as(title + " on " + host).isEmpty();
                    at = host;
                    hosts.add(host);
                }
                case "change-finished" -> {
                    assertThat(at).isEqualTo(host);
                    at = "";
                }
                default -> throw new AssertionError(line);
            }
        }
        return hosts;
    }

    private static String[] with(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of(OTHERS));
        return all.toArray(String[]::new);
    }
}
