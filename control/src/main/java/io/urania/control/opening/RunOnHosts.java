package io.urania.control.opening;

import io.urania.cluster.operation.Cluster;
import io.urania.control.failure.ExitCode;
import io.urania.control.port.RunProgress;
import io.urania.control.port.Shells;
import io.urania.control.run.RunLease;
import io.urania.control.run.RunRecord;
import io.urania.control.stage.Run;
import io.urania.engine.state.StateDirectory;
import java.io.IOException;
import java.util.List;
import java.util.Objects;

/** What every run over real connections holds; it is the owner of all that has to be closed. */
abstract class RunOnHosts implements Run {

    private final Held held;
    private final CloseableStack resources;

    /**
     * What a run holds.
     *
     * @param state the inventory's
     * @param shells how the person gets onto hosts
     */
    record Held(
            Cluster cluster,
            RunProgress progress,
            RunRecord record,
            RunLease lease,
            StateDirectory state,
            Shells shells) {}

    /**
     * @param resources what to close at the end
     */
    RunOnHosts(Held held, CloseableStack resources) {
        this.held = held;
        this.resources = resources;
    }

    final Cluster cluster() {
        return held.cluster();
    }

    final RunLease lease() {
        return held.lease();
    }

    @Override
    public final List<String> hosts() {
        return List.copyOf(cluster().targets().keySet());
    }

    @Override
    public final String login(String host) {
        return held.shells().command(Objects.requireNonNull(cluster().targets().get(host), host), held.state());
    }

    @Override
    public final RunProgress progress() {
        return held.progress();
    }

    @Override
    public final void conclude(ExitCode code) {
        held.record().end(code);
    }

    @Override
    public final void close() throws IOException {
        resources.close();
    }
}
