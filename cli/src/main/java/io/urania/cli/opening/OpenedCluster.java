package io.urania.cli.opening;

import io.urania.artifacts.ArtifactException;
import io.urania.cli.failure.CommandFailure;
import io.urania.cli.operation.ClusterSession;
import io.urania.cli.progress.RunProgress;
import io.urania.cluster.operation.Cluster;
import io.urania.cluster.operation.ClusterStatus;
import io.urania.cluster.operation.Installation;
import io.urania.cluster.preflight.Finding;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.engine.fact.FactBook;
import io.urania.engine.lease.HostLeases;
import io.urania.engine.lease.LeaseInspection;
import io.urania.engine.plan.Plan;
import io.urania.engine.run.FactGathering.Gathered;
import io.urania.engine.run.Report;
import io.urania.engine.state.RunId;
import io.urania.engine.state.RunOutcome;
import io.urania.engine.transport.Target;
import io.urania.engine.transport.TransportException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A cluster over real connections.
 *
 * @param preparation for commands that compare the cluster with what is wanted
 * @param record the run's journal, if the command's purpose needs one
 * @param lease the leases on the hosts, likewise
 * @param loginCommand the command that opens a shell on a host
 * @param resources what to close at the end
 */
record OpenedCluster(
        Cluster cluster,
        Preparation preparation,
        RunProgress progress,
        Optional<RecordedInJournal> record,
        Optional<RunLease> lease,
        LeaseInspection inspection,
        UnaryOperator<String> loginCommand,
        CloseableStack resources)
        implements ClusterSession {

    @Override
    public List<String> hosts() {
        return List.copyOf(cluster.targets().keySet());
    }

    @Override
    public List<String> phases() {
        return installation().phases();
    }

    @Override
    public Optional<Path> kubeconfig() {
        ClusterSpec spec = cluster.spec();
        return spec.handouts().kubeconfig()
                ? Optional.of(spec.paths()
                        .artifacts()
                        .resolve("admin.conf")
                        .toAbsolutePath()
                        .normalize())
                : Optional.empty();
    }

    @Override
    public List<String> later() {
        return cluster.spec().addons().later().stream()
                .map(later -> later.variable() + " (" + later.position() + "): " + later.explanation())
                .toList();
    }

    @Override
    public String login(String host) {
        return loginCommand.apply(host);
    }

    @Override
    public Gathered gather() throws CommandFailure, ArtifactException, IOException, InterruptedException {
        if (lease.isEmpty()) {
            return preparation.gather(Optional.empty());
        }
        HostLeases leases = lease.get().leases();
        return lease.get().gather(() -> preparation.gather(Optional.of(leases.taking())));
    }

    @Override
    public List<Finding> preflight(FactBook book) {
        return installation().preflight(book);
    }

    @Override
    public Plan plan(FactBook book) {
        return installation().plan(book);
    }

    @Override
    public Gathered details(Plan plan) throws InterruptedException {
        return installation().details(plan);
    }

    @Override
    public Report run(Plan plan) throws IOException, InterruptedException {
        Optional<Installation> prepared = preparation.prepared();
        return prepared.isPresent() ? prepared.get().run(plan) : cluster.run(plan);
    }

    @Override
    public Plan resetPlan() throws CommandFailure, InterruptedException {
        if (lease.isPresent()) {
            lease.get().take();
        }
        return cluster.resetPlan();
    }

    @Override
    public Report verify() throws InterruptedException {
        return installation().verify();
    }

    @Override
    public ClusterStatus status() throws CommandFailure, ArtifactException, IOException, InterruptedException {
        return preparation.status();
    }

    @Override
    public ClusterStatus status(FactBook book) {
        return installation().status(book);
    }

    @Override
    public void handOut(FactBook book) throws IOException, ArtifactException {
        installation().handOut(book);
    }

    @Override
    public void handOut() throws IOException, TransportException, InterruptedException, ArtifactException {
        installation().handOut();
    }

    @Override
    public Optional<RunId> run() {
        return record.map(RecordedInJournal::id);
    }

    @Override
    public void conclude(RunOutcome outcome, int exitCode) {
        record.ifPresent(journal -> journal.end(outcome, exitCode));
    }

    @Override
    public LeaseInspection.Found leases() throws InterruptedException {
        return inspection.show(cluster.targets());
    }

    @Override
    public LeaseInspection.Found unlock(Collection<String> hosts) throws InterruptedException {
        Map<String, Target> targets = new LinkedHashMap<>(cluster.targets());
        targets.keySet().retainAll(hosts);
        return inspection.remove(targets);
    }

    private Installation installation() {
        return preparation.installation();
    }

    @Override
    public void close() throws IOException {
        resources.close();
    }
}
