package io.urania.cli.command;

import io.urania.cli.SamplePlan;
import io.urania.cluster.benchmark.BenchmarkReport;
import io.urania.cluster.operation.ClusterStatus;
import io.urania.cluster.operation.Greetings;
import io.urania.cluster.operation.Greetings.Greeting;
import io.urania.cluster.operation.StorageReport;
import io.urania.cluster.preflight.Finding;
import io.urania.control.failure.ExitCode;
import io.urania.control.failure.Refusal;
import io.urania.control.loginkey.LoginKey;
import io.urania.control.port.RunProgress;
import io.urania.control.stage.Answers;
import io.urania.control.stage.ClusterOpener;
import io.urania.control.stage.LetIn;
import io.urania.control.stage.Opened;
import io.urania.control.stage.OpenedPreparation;
import io.urania.control.stage.OpenedRemoval;
import io.urania.control.stage.OpenedRun;
import io.urania.control.stage.PartOfPlan;
import io.urania.control.stage.PlannedRun;
import io.urania.control.stage.ReadyPlan;
import io.urania.control.stage.ReadyPreparation;
import io.urania.control.stage.Request;
import io.urania.control.stage.Run;
import io.urania.control.stage.Surveyed;
import io.urania.control.stage.SurveyedRun;
import io.urania.engine.fact.FactBook;
import io.urania.engine.lease.LeaseAnswer;
import io.urania.engine.lease.LeaseInspection;
import io.urania.engine.plan.Plan;
import io.urania.engine.plan.Scope;
import io.urania.engine.run.FactGathering.Gathered;
import io.urania.engine.run.Report;
import io.urania.engine.state.RunHistory;
import io.urania.engine.state.StateDirectory;
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
    private BenchmarkReport benchmark = new BenchmarkReport(List.of(), new TreeMap<>());
    private StorageReport storage = new StorageReport(Map.of(), new TreeMap<>());
    private List<String> complaints = List.of();
    private final SortedMap<String, Greeting> greetings = new TreeMap<>();
    private final SortedMap<String, Boolean> keyless = new TreeMap<>();
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

    public FakeCluster judged(BenchmarkReport found) {
        benchmark = found;
        return this;
    }

    public FakeCluster measured(StorageReport found) {
        storage = found;
        return this;
    }

    /** A host that lets nobody in by a key yet. */
    public FakeCluster keyless(String host) {
        keyless.put(host, true);
        return this;
    }

    public FakeCluster greeting(String host, Greeting greeting) {
        greetings.put(host, greeting);
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

    ClusterOpener opener() {
        return new ClusterOpener() {
            @Override
            public Opened look(Request request) {
                return new Looking();
            }

            @Override
            public OpenedRun change(Request request) {
                return new Installing(progress(request));
            }

            @Override
            public OpenedPreparation prepare(Request request) {
                return new Preparing(progress(request));
            }

            @Override
            public OpenedRemoval remove(Request request) {
                return new Removing(progress(request));
            }
        };
    }

    private static RunProgress progress(Request request) {
        return request.person().showing().run(new RunHistory(new StateDirectory(Path.of("nowhere"))));
    }

    private static List<String> names() {
        return List.of(SamplePlan.PANDORE, SamplePlan.CLIO);
    }

    private FactBook answers() throws Refusal {
        FactBook book = new FactBook(Map.of());
        return Answers.complete(new Gathered(book, new TreeMap<>(unreachable)), names().size());
    }

    private Report carriedOut(Plan wanted) {
        changed = true;
        carriedOut = wanted;
        return report;
    }

    private final class Looking implements Opened {

        @Override
        public List<String> hosts() {
            return names();
        }

        @Override
        public Surveyed survey() throws Refusal {
            answers();
            return new Facts();
        }

        @Override
        public ClusterStatus status() {
            return ClusterStatus.of(complaints);
        }

        @Override
        public Greetings greet() {
            return new Greetings(greetings, new TreeMap<>(unreachable));
        }

        @Override
        public LetIn letIn(LoginKey key, boolean forEach) {
            SortedMap<String, String> failures = new TreeMap<>();
            unreachable.forEach((host, failure) -> failures.put(host, String.valueOf(failure.getMessage())));
            SortedMap<String, Boolean> hosts = new TreeMap<>(keyless);
            hosts.keySet().removeAll(failures.keySet());
            keyless.replaceAll((_, _) -> false);
            return new LetIn(hosts, failures);
        }

        @Override
        public BenchmarkReport benchmark() {
            return benchmark;
        }

        @Override
        public StorageReport storage() {
            return storage;
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
        public void close() {
            closed = true;
        }
    }

    private class Running implements Run {

        private final RunProgress progress;

        Running(RunProgress progress) {
            this.progress = progress;
        }

        @Override
        public List<String> hosts() {
            return names();
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
        public void conclude(ExitCode code) {
            concluded = code.outcome() + " " + code.number();
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    private final class Installing extends Running implements OpenedRun {

        Installing(RunProgress progress) {
            super(progress);
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
        public SurveyedRun survey() throws Refusal {
            answers();
            return new Facts();
        }
    }

    private final class Preparing extends Running implements OpenedPreparation {

        Preparing(RunProgress progress) {
            super(progress);
        }

        @Override
        public ReadyPreparation survey() throws Refusal {
            answers();
            return new ReadyPreparation() {
                @Override
                public List<Finding> findings() {
                    return findings;
                }

                @Override
                public Plan plan() {
                    return plan;
                }

                @Override
                public Report carryOut() {
                    return carriedOut(plan);
                }
            };
        }
    }

    private final class Removing extends Running implements OpenedRemoval {

        Removing(RunProgress progress) {
            super(progress);
        }

        @Override
        public ReadyPlan plan() {
            return new ReadyPlan() {
                @Override
                public Plan plan() {
                    return plan;
                }

                @Override
                public Report carryOut() {
                    return carriedOut(plan);
                }
            };
        }
    }

    private final class Facts implements SurveyedRun {

        @Override
        public List<String> rules() {
            return List.of("disk", "clock");
        }

        @Override
        public List<Finding> findings() {
            return findings;
        }

        @Override
        public PlannedRun plan(Scope scope) {
            return new Changes(PartOfPlan.of(scope, plan));
        }

        @Override
        public ClusterStatus status() {
            return ClusterStatus.of(complaints);
        }

        @Override
        public void handOut() {
            handedOut = true;
        }
    }

    private final class Changes implements PlannedRun {

        private final PartOfPlan part;

        Changes(PartOfPlan part) {
            this.part = part;
        }

        @Override
        public PartOfPlan part() {
            return part;
        }

        @Override
        public PlannedRun detailed() throws Refusal {
            answers();
            return this;
        }

        @Override
        public Report carryOut() {
            return carriedOut(part.plan());
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
        public void handOut() {
            handedOut = true;
        }
    }
}
