package io.urania.cli.command;

import io.urania.cli.SamplePlan;
import io.urania.cli.operation.ClusterSession;
import io.urania.cli.operation.SessionOpener;
import io.urania.cli.progress.Displays;
import io.urania.control.port.RunProgress;
import io.urania.cluster.operation.ClusterStatus;
import io.urania.cluster.preflight.Finding;
import io.urania.engine.fact.FactBook;
import io.urania.engine.lease.LeaseAnswer;
import io.urania.engine.lease.LeaseInspection;
import io.urania.engine.plan.Change;
import io.urania.engine.plan.Plan;
import io.urania.engine.run.FactGathering.Gathered;
import io.urania.engine.run.Report;
import io.urania.engine.state.RunId;
import io.urania.engine.state.RunOutcome;
import io.urania.engine.transport.TransportException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A cluster that answers as the test has told it to, and notes whether it was changed. */
public final class FakeCluster {

    private Plan plan = SamplePlan.PLAN;
    private Report report = SamplePlan.done();
    private Map<String, TransportException> unreachable = Map.of();
    private List<Finding> findings = List.of();
    private List<String> complaints = List.of();
    private boolean heals;
    private Report verification = SamplePlan.done();
    private boolean handedOut;
    private boolean changed;
    private Plan carriedOut = SamplePlan.EMPTY;
    private boolean closed;
    private final Map<String, LeaseAnswer> leases = new TreeMap<>();
    private String concluded = "";

    public FakeCluster planned(Plan wanted) {
        plan = wanted;
        return this;
    }

    public FakeCluster reporting(Report outcome) {
        report = outcome;
        return this;
    }

    public FakeCluster unreachable(String host, TransportException why) {
        unreachable = Map.of(host, why);
        return this;
    }

    public FakeCluster finding(Finding... found) {
        findings = List.of(found);
        return this;
    }

    public FakeCluster complaining(String complaint) {
        complaints = List.of(complaint);
        return this;
    }

    /** A cluster that is well when it has been waited for. */
    public FakeCluster healing() {
        heals = true;
        return this;
    }

    public FakeCluster verified(Report outcome) {
        verification = outcome;
        return this;
    }

    public boolean wasHandedOut() {
        return handedOut;
    }

    public boolean wasChanged() {
        return changed;
    }

    /** What was carried out. */
    public Plan carriedOut() {
        return carriedOut;
    }

    /** Outcome and exit code as the journal was told them. */
    public String concluded() {
        return concluded;
    }

    public FakeCluster leased(String host, LeaseAnswer answer) {
        leases.put(host, answer);
        return this;
    }

    public Map<String, LeaseAnswer> leases() {
        return leases;
    }

    public boolean wasClosed() {
        return closed;
    }

    SessionOpener opener(Displays displays) {
        return request -> new Session(displays.run(request.output()));
    }

    private final class Session implements ClusterSession {

        private final RunProgress progress;

        Session(RunProgress progress) {
            this.progress = progress;
        }

        @Override
        public List<String> hosts() {
            return List.of(SamplePlan.PANDORE, SamplePlan.CLIO);
        }

        @Override
        public Optional<Path> kubeconfig() {
            return Optional.of(Path.of("inventory/artifacts/admin.conf"));
        }

        @Override
        public List<String> later() {
            return List.of("ingress_nginx_enabled (addons.yaml:3:1): no ingress controller is installed");
        }

        @Override
        public String login(String host) {
            return "ssh pi@" + host;
        }

        @Override
        public RunProgress progress() {
            return progress;
        }

        @Override
        public Gathered gather() {
            return new Gathered(new FactBook(Map.of()), new TreeMap<>(unreachable));
        }

        @Override
        public List<Finding> preflight(FactBook book) {
            return findings;
        }

        @Override
        public Plan plan(FactBook book) {
            return plan;
        }

        @Override
        public Gathered details(Plan rough) {
            return new Gathered(new FactBook(Map.of()), new TreeMap<>());
        }

        @Override
        public List<String> phases() {
            return SamplePlan.PLAN.changes().stream()
                    .map(Change::phase)
                    .distinct()
                    .toList();
        }

        @Override
        public Report run(Plan wanted) {
            changed = true;
            carriedOut = wanted;
            return report;
        }

        @Override
        public Plan resetPlan() {
            return plan;
        }

        @Override
        public Report verify() {
            if (heals) {
                complaints = List.of();
            }
            return verification;
        }

        @Override
        public ClusterStatus status() {
            return ClusterStatus.of(complaints);
        }

        @Override
        public ClusterStatus status(FactBook book) {
            return status();
        }

        @Override
        public void handOut(FactBook book) {
            handOut();
        }

        @Override
        public void handOut() {
            handedOut = true;
        }

        @Override
        public LeaseInspection.Found leases() {
            return new LeaseInspection.Found(new TreeMap<>(leases), new TreeMap<>(unreachable));
        }

        @Override
        public LeaseInspection.Found unlock(Collection<String> hosts) {
            leases.keySet().removeAll(hosts);
            SortedMap<String, LeaseAnswer> answers = new TreeMap<>();
            hosts.forEach(host -> answers.put(host, new LeaseAnswer.Free()));
            return new LeaseInspection.Found(answers, new TreeMap<>());
        }

        @Override
        public Optional<RunId> run() {
            return Optional.empty();
        }

        @Override
        public void conclude(RunOutcome outcome, int exitCode) {
            concluded = outcome + " " + exitCode;
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
