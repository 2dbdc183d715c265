package io.urania.cli.operation;

import io.urania.artifacts.ArtifactException;
import io.urania.cli.failure.CommandFailure;
import io.urania.cli.progress.RunProgress;
import io.urania.cluster.operation.ClusterStatus;
import io.urania.cluster.preflight.Finding;
import io.urania.engine.fact.FactBook;
import io.urania.engine.lease.LeaseInspection;
import io.urania.engine.plan.Plan;
import io.urania.engine.run.FactGathering.Gathered;
import io.urania.engine.run.Report;
import io.urania.engine.state.RunId;
import io.urania.engine.state.RunOutcome;
import io.urania.engine.transport.TransportException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A cluster that a command works on: what its inventory asks for, and connections to its hosts until it is closed. */
public interface ClusterSession extends AutoCloseable {

    /** The hosts' names, in the inventory's order. */
    List<String> hosts();

    /** The titles of the phases, in their order; known when facts have been gathered. */
    List<String> phases();

    /** Where a run puts {@code admin.conf}; empty if the inventory does not ask for it. */
    Optional<Path> kubeconfig();

    /** What the inventory asks for and this version does not do, a sentence each. */
    List<String> later();

    /** The command that opens a shell on a host, for people to type. */
    String login(String host);

    /** Shows what happens; told by this session already of everything but the plan. */
    RunProgress progress();

    /**
     * Reads the facts of all hosts; a session that may change them keeps all others out from then on.
     *
     * @throws CommandFailure if another run is changing them
     * @throws ArtifactException if there is no bundle for them and none can be made
     */
    Gathered gather() throws CommandFailure, ArtifactException, IOException, InterruptedException;

    /** What would fail, or should be known before, where, why, and what to do; errors first, empty if nothing is. */
    List<Finding> preflight(FactBook book);

    /** The changes that make the hosts what the inventory asks for. */
    Plan plan(FactBook book);

    /** Asks what lets a plan tell more of what is there now: further facts, from which the same plan is made. */
    Gathered details(Plan plan) throws InterruptedException;

    /**
     * The changes that take everything away again that Urania has put on the hosts; keeps all others out from then on.
     *
     * @throws CommandFailure if another run is changing them
     */
    Plan resetPlan() throws CommandFailure, InterruptedException;

    /**
     * Carries a plan out.
     *
     * @throws IOException if the secrets that it makes cannot be kept on this machine; then nothing is changed
     */
    Report run(Plan plan) throws IOException, InterruptedException;

    /** Sees whether nodes, names, pods and services work; waits for minutes until they do. */
    Report verify() throws InterruptedException;

    /** How the cluster is now, and where there is a bundle, how far its hosts differ from the inventory. */
    ClusterStatus status() throws CommandFailure, ArtifactException, IOException, InterruptedException;

    /** How the cluster was when these facts were read. */
    ClusterStatus status(FactBook book);

    /**
     * Writes the administrator's kubeconfig and kubectl to this machine, as far as the inventory asks.
     *
     * @param book facts that were read since the cluster was made
     */
    void handOut(FactBook book) throws IOException, ArtifactException;

    /** The same, of a cluster that has just been made. */
    void handOut() throws IOException, TransportException, InterruptedException, ArtifactException;

    /** Who keeps others out of the hosts. */
    LeaseInspection.Found leases() throws InterruptedException;

    /** Lets everybody in again; returns what these hosts said. */
    LeaseInspection.Found unlock(Collection<String> hosts) throws InterruptedException;

    /** The run's name in the journal; empty for commands that change nothing. */
    Optional<RunId> run();

    /** Notes in the journal how the run ended. */
    void conclude(RunOutcome outcome, int exitCode);

    @Override
    void close() throws IOException;
}
