package io.urania.control.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.urania.cluster.operation.ClusterStatus;
import io.urania.cluster.preflight.Finding;
import io.urania.cluster.preflight.Level;
import io.urania.control.failure.ExitCode;
import io.urania.control.failure.FailedChecks;
import io.urania.control.failure.Refusal;
import io.urania.control.port.RecordedPerson;
import io.urania.control.port.RunProgress;
import io.urania.control.stage.OpenedRun;
import io.urania.control.stage.PartOfPlan;
import io.urania.control.stage.PlannedRun;
import io.urania.control.stage.Run;
import io.urania.control.stage.SurveyedRun;
import io.urania.engine.batch.Operation;
import io.urania.engine.plan.Action;
import io.urania.engine.plan.Change;
import io.urania.engine.plan.Difference;
import io.urania.engine.plan.Fingerprints;
import io.urania.engine.plan.Lane;
import io.urania.engine.plan.Plan;
import io.urania.engine.plan.RecordedPlan;
import io.urania.engine.plan.Scope;
import io.urania.engine.plan.TaskId;
import io.urania.engine.run.Report;
import io.urania.engine.run.Status;
import io.urania.engine.run.Stop;
import io.urania.engine.state.RunHistory;
import io.urania.engine.state.StateDirectory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The order of an apply, and how each way through it ends. */
final class ClusterRunTest {

    private static final TaskId ETCD = new TaskId("clio", "service etcd");
    private static final Plan PLAN = new Plan(
            List.of(new Change(
                    ETCD,
                    "etcd",
                    Lane.SYSTEM,
                    Difference.of(Action.RUN, "start etcd.service", "stopped", "running", Operation.of("true")),
                    Set.of())),
            3);
    private static final Plan NOTHING = new Plan(List.of(), 4);
    private static final Finding WARNING = new Finding("clock", Level.WARNING, "clio", "3 s fast", "why", "set it");
    private static final Finding ERROR = new Finding("disk", Level.ERROR, "clio", "it is full", "why", "make room");

    private final List<String> happened = new ArrayList<>();
    private Plan plan = PLAN;
    private List<Finding> findings = List.of();
    private List<String> complaints = List.of();
    private Report changes = report(new Status.Left(Stop.Cause.INTERRUPTED));

    @Test
    void whatFailsItsChecksIsNotPlanned() {
        findings = List.of(ERROR, WARNING);

        assertThatThrownBy(this::apply)
                .isInstanceOfSatisfying(
                        FailedChecks.class,
                        failed -> assertThat(failed.findings()).isEqualTo(findings))
                .hasMessageContaining("clio: it is full");
        assertThat(happened).containsExactly("survey", "conclude FAILED");
    }

    @Test
    void nobodyIsAskedWhereNothingIsToBeChangedAndTheClusterIsWell() throws Exception {
        plan = NOTHING;
        findings = List.of(WARNING);

        assertThat(apply()).isEqualTo(ExitCode.DONE);
        assertThat(happened)
                .containsExactly("survey", "findings", "hand out", "nothing to do", "what comes next", "conclude DONE");
    }

    @Test
    void aClusterThatIsNotWellAfterItsTimeIsRefused() {
        plan = NOTHING;
        complaints = List.of("clio is not Ready");

        assertThatThrownBy(this::apply)
                .isInstanceOf(Refusal.class)
                .hasMessage("nothing to change, but the cluster is unhealthy:\n  clio is not Ready");
        assertThat(happened).containsExactly("survey", "verify", "conclude FAILED");
    }

    @Test
    void anInterruptedRunIsNotVerified() throws Exception {
        assertThat(apply()).isEqualTo(ExitCode.INTERRUPTED);
        assertThat(happened)
                .containsExactly("survey", "agree to CHANGE", "carry out", "failed", "conclude INTERRUPTED");
    }

    @Test
    void whatIsDoneIsVerifiedAndHandedOut() throws Exception {
        changes = new Report(NOTHING, Map.of(), Map.of(), Duration.ZERO);

        assertThat(apply()).isEqualTo(ExitCode.DONE);
        assertThat(happened)
                .containsExactly(
                        "survey",
                        "agree to CHANGE",
                        "carry out",
                        "verify",
                        "hand out what is there now",
                        "succeeded",
                        "what comes next",
                        "conclude DONE");
    }

    @Test
    void aPlanThatWasKeptIsRefusedWhereItIsNotWhatWouldBeDone() {
        RecordedPlan kept = new RecordedPlan(Scope.ALL, new Fingerprints("salt"), List.of());

        assertThatThrownBy(() -> new ClusterRun(Clock.systemUTC()).apply(new Opened(), Optional.of(kept), new Words()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("not in the plan: start etcd.service");
        assertThat(happened).containsExactly("survey", "conclude FAILED");
    }

    private ExitCode apply() throws Exception {
        return new ClusterRun(Clock.systemUTC()).apply(new Opened(), new Words());
    }

    private static Report report(Status status) {
        return new Report(PLAN, Map.of(ETCD, status), Map.of(), Duration.ZERO);
    }

    private final class Words implements Conversation {

        @Override
        public void findings(List<String> hosts, List<Finding> warnings) {
            happened.add("findings");
        }

        @Override
        public void agree(Plan wanted, Step step) {
            happened.add("agree to " + step);
        }

        @Override
        public void nothingToDo(Plan wanted, Duration took) {
            happened.add("nothing to do");
        }

        @Override
        public void succeeded(Report report, Duration took) {
            happened.add("succeeded");
        }

        @Override
        public void failed(Report report, Run run) {
            happened.add("failed");
        }

        @Override
        public void installed(OpenedRun run) {
            happened.add("what comes next");
        }
    }

    private final class Opened implements OpenedRun {

        private final RunProgress progress =
                RecordedPerson.nobody().run(new RunHistory(new StateDirectory(Path.of("nowhere"))));

        @Override
        public List<String> hosts() {
            return List.of("clio");
        }

        @Override
        public String login(String host) {
            return "ssh " + host;
        }

        @Override
        public RunProgress progress() {
            return progress;
        }

        @Override
        public Optional<Path> kubeconfig() {
            return Optional.empty();
        }

        @Override
        public List<String> later() {
            return List.of();
        }

        @Override
        public SurveyedRun survey() {
            happened.add("survey");
            return new Facts();
        }

        @Override
        public void conclude(ExitCode code) {
            happened.add("conclude " + code);
        }

        @Override
        public void close() {
            happened.add("close");
        }
    }

    private final class Facts implements SurveyedRun {

        @Override
        public List<String> rules() {
            return List.of("ports-taken", "clocks-differ");
        }

        @Override
        public List<Finding> findings() {
            return findings;
        }

        @Override
        public ClusterStatus status() {
            return ClusterStatus.of(complaints);
        }

        @Override
        public void handOut() {
            happened.add("hand out");
        }

        @Override
        public PlannedRun plan(Scope scope) {
            return new Changes(PartOfPlan.of(scope, plan));
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
        public PlannedRun detailed() {
            return this;
        }

        @Override
        public Report carryOut() {
            happened.add("carry out");
            return changes;
        }

        @Override
        public Report verify() {
            happened.add("verify");
            return new Report(NOTHING, Map.of(), Map.of(), Duration.ZERO);
        }

        @Override
        public ClusterStatus status() {
            return ClusterStatus.of(complaints);
        }

        @Override
        public void handOut() {
            happened.add("hand out what is there now");
        }
    }
}
