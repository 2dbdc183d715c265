package io.urania.cli.operation;

import io.urania.artifacts.ArtifactException;
import io.urania.cli.console.Console;
import io.urania.cli.failure.CommandFailure;
import io.urania.cli.failure.ExitCode;
import io.urania.cli.progress.JsonLines;
import io.urania.cli.report.Outcome;
import io.urania.cli.report.PlanText;
import io.urania.cli.report.RunJson;
import io.urania.cluster.operation.ClusterStatus;
import io.urania.engine.fact.FactBook;
import io.urania.engine.plan.Plan;
import io.urania.engine.plan.RecordedPlan;
import io.urania.engine.plan.Scope;
import io.urania.engine.run.Report;
import io.urania.engine.run.Stop;
import io.urania.engine.transport.TransportException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The ways of changing a cluster, from facts to the last line; each shows itself while it goes. */
public final class ClusterRun {

    private final Console console;
    private final Clock clock;
    private final Outcome outcome;

    /**
     * @param program what the person types to start Urania
     */
    public ClusterRun(Console console, Clock clock, String program) {
        this.console = console;
        this.clock = clock;
        this.outcome = new Outcome(console, program);
    }

    /**
     * How a run is wanted.
     *
     * @param json whether to print events and a result instead of text
     * @param command the words of the command, for the advice to run it again
     * @param next commands to type after a success
     */
    public record Wanted(Consent consent, boolean json, String command, List<String> next) {}

    /** Makes the hosts what the inventory asks for, and sees whether the cluster works. */
    public ExitCode apply(ClusterSession cluster, Wanted wanted)
            throws CommandFailure, TransportException, ArtifactException, IOException, InterruptedException {
        return apply(cluster, Optional.empty(), wanted);
    }

    /**
     * The same, as a plan says that was kept; of a part of a plan, nothing but its changes is done.
     *
     * @throws CommandFailure if the plan is not what would be done now
     */
    public ExitCode apply(ClusterSession cluster, Optional<RecordedPlan> kept, Wanted wanted)
            throws CommandFailure, TransportException, ArtifactException, IOException, InterruptedException {
        return Conclusion.of(cluster, () -> applied(cluster, kept, wanted));
    }

    /** Takes everything away again that Urania has put on the hosts. */
    public ExitCode reset(ClusterSession cluster, Wanted wanted)
            throws CommandFailure, TransportException, ArtifactException, IOException, InterruptedException {
        return Conclusion.of(cluster, () -> removed(cluster, wanted));
    }

    private ExitCode applied(ClusterSession cluster, Optional<RecordedPlan> kept, Wanted wanted)
            throws CommandFailure, TransportException, ArtifactException, IOException, InterruptedException {
        Instant started = clock.instant();
        FactBook book = Answers.complete(cluster.gather(), cluster.hosts().size());
        new Findings(console).letPass(cluster, book);
        Plan whole = cluster.plan(book);
        Plan plan = kept.map(RecordedPlan::scope).orElse(Scope.ALL).of(whole);
        if (kept.isPresent()) {
            refuseDepartures(kept.get().departures(plan));
        }
        // A part of a plan need not lead to a cluster: then there is nothing to be seen at the end.
        boolean isWhole = plan.changes().size() == whole.changes().size();
        if (plan.isEmpty()) {
            if (isWhole) {
                Optional<Report> failure = seenWell(cluster, book);
                if (failure.isPresent()) {
                    return tellFailure(cluster, failure.get(), wanted);
                }
                cluster.handOut(book);
            }
            cluster.progress().end();
            tellNothingToDo(plan, started, wanted);
        } else {
            ask(plan, wanted, "Make these changes?");
            Report changes = carryOut(cluster, plan);
            if (!changes.succeeded()) {
                return tellFailure(cluster, changes, wanted);
            }
            if (isWhole) {
                Report verification = cluster.verify();
                if (!verification.succeeded()) {
                    return tellFailure(cluster, verification, wanted);
                }
                cluster.handOut();
            }
            cluster.progress().end();
            tellSuccess(changes, started, wanted);
        }
        if (!wanted.json()) {
            outcome.later(cluster.later());
            outcome.next(nextCommands(cluster, wanted));
        }
        return ExitCode.DONE;
    }

    private ExitCode removed(ClusterSession cluster, Wanted wanted)
            throws CommandFailure, IOException, InterruptedException {
        Instant started = clock.instant();
        Plan plan = cluster.resetPlan();
        ask(plan, wanted, "This deletes the cluster and everything in it. Go on?");
        Report report = carryOut(cluster, plan);
        if (!report.succeeded()) {
            return tellFailure(cluster, report, wanted);
        }
        cluster.progress().end();
        tellSuccess(report, started, wanted);
        return ExitCode.DONE;
    }

    private static void refuseDepartures(List<String> departures) throws CommandFailure {
        if (!departures.isEmpty()) {
            throw new CommandFailure(
                    ExitCode.FAILED,
                    "nothing changed: the plan is not what would be done now:\n" + listed(departures)
                            + "\nLook at a new plan, and apply that.");
        }
    }

    /**
     * Sees that a cluster is well in which nothing is to be changed. After a run that died, or hosts that have just booted, it
     * may need a while for that.
     *
     * @return what was waited for and did not come about
     */
    private static Optional<Report> seenWell(ClusterSession cluster, FactBook book)
            throws CommandFailure, ArtifactException, IOException, InterruptedException {
        if (cluster.status(book).isWell()) {
            return Optional.empty();
        }
        Report verification = cluster.verify();
        if (!verification.succeeded()) {
            return Optional.of(verification);
        }
        refuse(cluster.status());
        return Optional.empty();
    }

    private static void refuse(ClusterStatus status) throws CommandFailure {
        if (!status.isWell()) {
            throw new CommandFailure(
                    ExitCode.FAILED,
                    "nothing to change, but the cluster is unhealthy:\n" + listed(status.complaints()));
        }
    }

    private static String listed(List<String> sentences) {
        return sentences.stream().map(sentence -> "  " + sentence).collect(Collectors.joining("\n"));
    }

    private void ask(Plan plan, Wanted wanted, String question) throws CommandFailure, IOException {
        if (!wanted.json() && !plan.isEmpty()) {
            console.print(new PlanText(console.style()).summary(plan));
            console.print(PlanText.count(plan));
        }
        wanted.consent().require(question);
    }

    private static Report carryOut(ClusterSession cluster, Plan plan) throws IOException, InterruptedException {
        cluster.progress().expect(plan);
        return cluster.run(plan);
    }

    private void tellNothingToDo(Plan plan, Instant started, Wanted wanted) {
        if (wanted.json()) {
            new JsonLines(console).print(RunJson.nothingToDo());
        } else {
            outcome.nothingToDo(plan.unchanged(), Duration.between(started, clock.instant()));
        }
    }

    private void tellSuccess(Report report, Instant started, Wanted wanted) {
        if (wanted.json()) {
            new JsonLines(console).print(RunJson.of(report));
        } else {
            outcome.succeeded(report, Duration.between(started, clock.instant()));
        }
    }

    private ExitCode tellFailure(ClusterSession cluster, Report report, Wanted wanted) {
        cluster.progress().end();
        if (wanted.json()) {
            new JsonLines(console).print(RunJson.of(report));
        } else if (report.stopped().filter(Stop.Cause.INTERRUPTED::equals).isPresent()) {
            outcome.stopped(report, cluster::login, wanted.command());
        } else {
            outcome.failed(report, cluster::login, wanted.command());
        }
        return report.stopped().map(ClusterRun::code).orElse(ExitCode.FAILED);
    }

    private static ExitCode code(Stop.Cause cause) {
        return switch (cause) {
            case INTERRUPTED -> ExitCode.INTERRUPTED;
            case TOO_MANY_FAILURES -> ExitCode.FAILED;
            case LEASE_LOST -> ExitCode.LOCKED;
        };
    }

    private static List<String> nextCommands(ClusterSession cluster, Wanted wanted) {
        List<String> commands = new ArrayList<>();
        cluster.kubeconfig().ifPresent(file -> commands.add("export KUBECONFIG=" + file));
        commands.addAll(wanted.next());
        return commands;
    }
}
