package io.urania.cli.rack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.urania.cli.rack.CommandsOnTheRack.Said;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A cluster that is as it should be is left alone, and what is not is put back, and nothing else. */
final class RepairOnTheRackTest extends TestOnTheRack {

    /** containerd reads it when an image is fetched: its absence for a moment harms nobody, and nothing restarts. */
    private static final String FILE = "/etc/containerd/certs.d/katello/hosts.toml";

    @AfterEach
    void leaveTheRackWhole() {
        succeeds("plan", "--detailed-exitcode");
    }

    @Test
    void aSecondApplyChangesNothing() {
        Said apply = urania.run("apply", "--yes");

        assertThat(apply.code()).as(apply.errors()).isZero();
        assertThat(apply.output()).contains("No changes: all ");
    }

    @Test
    void aSecondApplySendsTwoCommandsToEachHost() throws Exception {
        CountedSsh ssh = CountedSsh.in(scratch);

        try (ControllerProcess apply = ControllerProcess.apply(rack.directory(), scratch, ssh.environment())) {
            assertThat(apply.code()).as(apply.said()).isZero();
        }

        assertThat(ssh.commands()).isEqualTo(2L * rack.names().size());
    }

    @Test
    void theStatusOfAWholeClusterIsWell() {
        Said status = urania.run("status");

        assertThat(status.code()).as(status.output() + status.errors()).isZero();
        assertThat(status.output()).contains("The cluster is healthy.");
    }

    @Test
    void aPlanChangesNothingOnAnyHost() throws Exception {
        rack.run(rack.worker(), "rm " + FILE);
        Footprint before = Footprint.of(rack);

        Said plan = urania.run("plan", "--diff", "--detailed-exitcode");

        assertThat(plan.code()).as(plan.errors()).isEqualTo(4);
        assertThat(plan.output()).contains("write " + FILE);
        before.assertComesBack(rack);
        succeeds("apply", "--yes");
    }

    @Test
    void aRemovedFileIsSeenAndPutBackAlone() throws Exception {
        String worker = rack.worker();
        String before = rack.run(worker, "cat " + FILE);
        rack.run(worker, "rm " + FILE);

        Said plan = urania.run("plan", "--detailed-exitcode", "--json");
        Said apply = urania.run("apply", "--yes");

        assertThat(plan.code()).as(plan.errors()).isEqualTo(4);
        assertThat(changes(plan)).containsExactly(worker + ": write " + FILE);
        assertThat(apply.code()).as(apply.errors()).isZero();
        assertThat(apply.output()).contains("1 change on 1 host");
        assertThat(rack.run(worker, "cat " + FILE)).isEqualTo(before);
    }

    private static List<String> changes(Said plan) {
        return JsonParser.parseString(plan.output()).getAsJsonObject().getAsJsonArray("changes").asList().stream()
                .map(JsonElement::getAsJsonObject)
                .map(RepairOnTheRackTest::change)
                .toList();
    }

    private static String change(JsonObject change) {
        return change.get("host").getAsString() + ": " + change.get("title").getAsString();
    }
}
