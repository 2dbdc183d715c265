package io.urania.control.procedure;

import io.urania.artifacts.ArtifactException;
import io.urania.cluster.operation.ClusterStatus;
import io.urania.cluster.preflight.Finding;
import io.urania.control.failure.ExitCode;
import io.urania.control.failure.FailedChecks;
import io.urania.control.failure.Refusal;
import io.urania.control.procedure.Conversation.Step;
import io.urania.control.stage.OpenedPreparation;
import io.urania.control.stage.OpenedRemoval;
import io.urania.control.stage.OpenedRun;
import io.urania.control.stage.PlannedRun;
import io.urania.control.stage.ReadyPlan;
import io.urania.control.stage.ReadyPreparation;
import io.urania.control.stage.Run;
import io.urania.control.stage.SurveyedRun;
import io.urania.engine.plan.RecordedPlan;
import io.urania.engine.plan.Scope;
import io.urania.engine.run.Report;
import io.urania.engine.run.Stop;
import io.urania.engine.transport.TransportException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The ways of changing a cluster, from facts to the last word. */
public final class ClusterRun {

    private final Clock clock;

    public ClusterRun(Clock clock) {
        this.clock = clock;
    }

    /** Makes the hosts what the inventory asks for, and sees whether the cluster works. */
    public ExitCode apply(OpenedRun run, Conversation conversation)
            throws Refusal, FailedChecks, TransportException, ArtifactException, IOException, InterruptedException {
        return apply(run, Optional.empty(), conversation);
    }

    /**
     * The same, as a plan says that was kept; of a part of a plan, nothing but its changes is done.
     *
     * @throws FailedChecks if something is known to fail
     * @throws Refusal if the plan is not what would be done now, or the person does not agree
     */
    public ExitCode apply(OpenedRun run, Optional<RecordedPlan> kept, Conversation conversation)
            throws Refusal, FailedChecks, TransportException, ArtifactException, IOException, InterruptedException {
        return Conclusion.of(run, () -> applied(run, kept, conversation));
    }

    /** Prepares the hosts for what nodes run, and does nothing more. */
    public ExitCode prepare(OpenedPreparation run, Conversation conversation)
            throws Refusal, FailedChecks, TransportException, ArtifactException, IOException, InterruptedException {
        return Conclusion.of(run, () -> prepared(run, conversation));
    }

    /**
     * Takes everything away again that Urania has put on the hosts.
     *
     * @throws Refusal if the person does not agree
     */
    public ExitCode reset(OpenedRemoval run, Conversation conversation)
            throws Refusal, FailedChecks, TransportException, ArtifactException, IOException, InterruptedException {
        return Conclusion.of(run, () -> removed(run, conversation));
    }

    private ExitCode applied(OpenedRun run, Optional<RecordedPlan> kept, Conversation conversation)
            throws Refusal, FailedChecks, TransportException, ArtifactException, IOException, InterruptedException {
        Instant started = clock.instant();
        SurveyedRun surveyed = run.survey();
        tellWarnings(surveyed.findings(), run, conversation);
        PlannedRun planned = surveyed.plan(kept.map(RecordedPlan::scope).orElse(Scope.ALL));
        if (kept.isPresent()) {
            refuseDepartures(kept.get().departures(planned.plan()));
        }
        Optional<Report> failure = planned.plan().isEmpty()
                ? unchanged(run, surveyed, planned, started, conversation)
                : changed(run, planned, started, conversation);
        if (failure.isPresent()) {
            return failed(failure.get(), run, conversation);
        }
        conversation.installed(run);
        return ExitCode.DONE;
    }

    /**
     * Sees that all is well where nothing is to be changed.
     *
     * @return what was waited for and did not come about
     */
    private Optional<Report> unchanged(
            OpenedRun run, SurveyedRun surveyed, PlannedRun planned, Instant started, Conversation conversation)
            throws Refusal, ArtifactException, IOException, InterruptedException {
        if (isWhole(planned)) {
            Optional<Report> failure = seenWell(surveyed, planned);
            if (failure.isPresent()) {
                return failure;
            }
            surveyed.handOut();
        }
        run.progress().end();
        conversation.nothingToDo(planned.plan(), since(started));
        return Optional.empty();
    }

    /**
     * Makes the changes, and sees whether the cluster works.
     *
     * @return what failed
     */
    private Optional<Report> changed(OpenedRun run, PlannedRun planned, Instant started, Conversation conversation)
            throws Refusal, TransportException, ArtifactException, IOException, InterruptedException {
        conversation.agree(planned.plan(), Step.CHANGE);
        Report changes = carriedOut(run, planned);
        if (!changes.succeeded()) {
            return Optional.of(changes);
        }
        if (isWhole(planned)) {
            Report verification = planned.verify();
            if (!verification.succeeded()) {
                return Optional.of(verification);
            }
            planned.handOut();
        }
        run.progress().end();
        conversation.succeeded(changes, since(started));
        return Optional.empty();
    }

    private static void tellWarnings(List<Finding> findings, Run run, Conversation conversation) throws FailedChecks {
        List<Finding> warnings = Checks.passed(findings, run.hosts());
        if (!warnings.isEmpty()) {
            conversation.findings(run.hosts(), warnings);
        }
    }

    private ExitCode prepared(OpenedPreparation run, Conversation conversation)
            throws Refusal, FailedChecks, ArtifactException, IOException, InterruptedException {
        Instant started = clock.instant();
        ReadyPreparation ready = run.survey();
        tellWarnings(ready.findings(), run, conversation);
        if (ready.plan().isEmpty()) {
            run.progress().end();
            conversation.nothingToDo(ready.plan(), since(started));
            return ExitCode.DONE;
        }
        return made(run, ready, Step.CHANGE, started, conversation);
    }

    private ExitCode removed(OpenedRemoval run, Conversation conversation)
            throws Refusal, IOException, InterruptedException {
        Instant started = clock.instant();
        return made(run, run.plan(), Step.REMOVE, started, conversation);
    }

    /** Makes changes that show themselves whether they have worked. */
    private ExitCode made(Run run, ReadyPlan ready, Step step, Instant started, Conversation conversation)
            throws Refusal, IOException, InterruptedException {
        conversation.agree(ready.plan(), step);
        Report report = carriedOut(run, ready);
        if (!report.succeeded()) {
            return failed(report, run, conversation);
        }
        run.progress().end();
        conversation.succeeded(report, since(started));
        return ExitCode.DONE;
    }

    /** A part of a plan need not lead to a cluster: then there is nothing to be seen at the end. */
    private static boolean isWhole(PlannedRun planned) {
        return planned.part().leftOut() == 0;
    }

    private static void refuseDepartures(List<String> departures) throws Refusal {
        if (!departures.isEmpty()) {
            throw new Refusal(
                    ExitCode.FAILED,
                    "nothing changed: the plan no longer matches what would be done now:\n" + listed(departures)
                            + "\nMake a new plan, review it and apply that.");
        }
    }

    /**
     * Sees that a cluster is well in which nothing is to be changed. After a run that died, or hosts that have just booted, it
     * may need a while for that.
     *
     * @return what was waited for and did not come about
     */
    private static Optional<Report> seenWell(SurveyedRun surveyed, PlannedRun planned)
            throws Refusal, InterruptedException {
        if (surveyed.status().isWell()) {
            return Optional.empty();
        }
        Report verification = planned.verify();
        if (!verification.succeeded()) {
            return Optional.of(verification);
        }
        refuseUnwell(planned.status());
        return Optional.empty();
    }

    private static void refuseUnwell(ClusterStatus status) throws Refusal {
        if (!status.isWell()) {
            throw new Refusal(
                    ExitCode.FAILED,
                    "nothing to change, but the cluster is unhealthy:\n" + listed(status.complaints()));
        }
    }

    private static String listed(List<String> sentences) {
        return sentences.stream().map(sentence -> "  " + sentence).collect(Collectors.joining("\n"));
    }

    private static Report carriedOut(Run run, ReadyPlan ready) throws IOException, InterruptedException {
        run.progress().expect(ready.plan());
        return ready.carryOut();
    }

    private static ExitCode failed(Report report, Run run, Conversation conversation) {
        run.progress().end();
        conversation.failed(report, run);
        return report.stopped().map(ClusterRun::code).orElse(ExitCode.FAILED);
    }

    private static ExitCode code(Stop.Cause cause) {
        return switch (cause) {
            case INTERRUPTED -> ExitCode.INTERRUPTED;
            case TOO_MANY_FAILURES -> ExitCode.FAILED;
            case LEASE_LOST -> ExitCode.LOCKED;
        };
    }

    private Duration since(Instant started) {
        return Duration.between(started, clock.instant());
    }
}
