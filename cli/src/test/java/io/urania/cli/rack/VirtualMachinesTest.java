package io.urania.cli.rack;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.lab.Rack;
import io.urania.lab.RackHost;
import io.urania.lab.layout.HostKind;
import io.urania.lab.report.RackException;
import io.urania.lab.report.RackProgress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A cluster no host of which shares this machine's kernel: the control plane, etcd with it, and the balancer are virtual machines. Where
 * instructions are translated, a quarter of an hour on a machine that has nothing else to do, and no cluster at all on another one: the API
 * server gives up when its own checks take longer than a minute. 4 GB of memory.
 */
@Tag("rack")
@Tag("nightly")
final class VirtualMachinesTest {

    @TempDir
    Path scratch;

    @AfterEach
    void destroyRack() throws RackException, IOException, InterruptedException {
        if (Rack.exists(place())) {
            Rack.open(place()).destroy(RackProgress.silent());
        }
    }

    @Test
    void aWholeControlPlaneOfThemIsDeployedBootsAndIsReset() throws Exception {
        var program = new ProgramForRack(place());
        program.succeeds("lab", "up", place().toString(), "--yes", "--nodes", "1", "--kind", "vm");
        Rack rack = Rack.open(place());
        assertThat(rack.list().hosts()).extracting(RackHost::kind).containsOnly(HostKind.VIRTUAL_MACHINE);
        program.succeeds("plan", "--detailed-exitcode");

        rack.stop(List.of(), RackProgress.silent());
        rack.start(List.of(), RackProgress.silent());

        program.succeeds("apply", "--yes"); // waits for a cluster that is coming up
        program.succeeds("plan", "--detailed-exitcode");
        assertThat(program.succeeds("status")).contains("The cluster is healthy.");
        program.succeeds("reset", "--yes");
    }

    private Path place() {
        return scratch.resolve("rack");
    }
}
