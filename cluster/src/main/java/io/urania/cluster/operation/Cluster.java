package io.urania.cluster.operation;

import io.urania.artifacts.ArtifactException;
import io.urania.artifacts.bundle.Bundle;
import io.urania.artifacts.version.VersionEntry;
import io.urania.artifacts.version.VersionTable;
import io.urania.cluster.observation.ClusterProbe;
import io.urania.cluster.observation.ClusterView;
import io.urania.cluster.phase.BootstrapToken;
import io.urania.cluster.phase.Deployment;
import io.urania.cluster.phase.HostArtifacts;
import io.urania.cluster.phase.Tasks;
import io.urania.cluster.phases.Phases;
import io.urania.cluster.pki.EtcdAuthority;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.value.Secret;
import io.urania.engine.batch.BatchRunner;
import io.urania.engine.event.EventSink;
import io.urania.engine.fact.FactBook;
import io.urania.engine.fact.FactReader;
import io.urania.engine.fact.Question;
import io.urania.engine.plan.Plan;
import io.urania.engine.plan.Planner;
import io.urania.engine.plan.Task;
import io.urania.engine.plan.TaskGraph;
import io.urania.engine.run.FactGathering;
import io.urania.engine.run.Report;
import io.urania.engine.run.Runner;
import io.urania.engine.system.SystemProbe;
import io.urania.engine.transport.Target;
import io.urania.engine.transport.Transport;
import io.urania.engine.transport.TransportException;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A cluster as it is wanted, on hosts as they are: facts are gathered, the plan is made from them, and carried out. What
 * {@link #plan} shows is what {@link #run} does.
 */
public final class Cluster {

    private final ClusterSpec spec;
    private final Map<String, Target> targets;
    private final BatchRunner batches;
    private final EventSink events;
    private final Clock clock;
    private final int forks;
    private final ClusterView view;
    private final List<Task> tasks;
    private final VersionEntry versions;
    private final Bundle bundle;

    private Cluster(
            ClusterSpec spec,
            VersionEntry versions,
            Bundle bundle,
            BatchRunner batches,
            EventSink events,
            Clock clock,
            int forks,
            ClusterView view,
            List<Task> tasks) {
        this.spec = spec;
        this.versions = versions;
        this.bundle = bundle;
        this.targets = Targets.of(spec);
        this.batches = batches;
        this.events = events;
        this.clock = clock;
        this.forks = forks;
        this.view = view;
        this.tasks = tasks;
    }

    /**
     * Prepares to work on a cluster. Makes etcd's certificates in the directory of credentials where they are missing.
     *
     * @param bundle made for the version of Kubernetes that is wanted
     * @param forks how many hosts are worked on at once, at least as many as etcd has members
     * @throws IOException if the directory of credentials cannot be used
     */
    public static Cluster open(
            ClusterSpec spec, Bundle bundle, Transport transport, EventSink events, Clock clock, int forks)
            throws IOException, ArtifactException {
        VersionEntry versions = VersionTable.standard().entry(spec.kubernetes());
        SecureRandom random = new SecureRandom();
        Deployment deployment = new Deployment(
                spec,
                versions,
                new HostArtifacts(bundle, versions, spec.paths().programs()),
                EtcdAuthority.certificates(spec.paths().credentials(), spec.etcd(), clock),
                BootstrapToken.random(random, clock));
        ClusterView view = new ClusterView(
                spec,
                new ClusterProbe(
                        spec.paths().programs() + "/kubectl",
                        spec.paths().certificates(),
                        String.join(",", Phases.kinds(deployment))));
        Secret certificateKey = spec.certificateKey().orElseGet(() -> randomKey(random));
        List<Task> tasks = Tasks.of(Phases.of(view, certificateKey), deployment);
        int atOnce = Math.max(forks, spec.etcd().members().size());
        return new Cluster(spec, versions, bundle, new BatchRunner(transport), events, clock, atOnce, view, tasks);
    }

    /** The specification this cluster is to have. */
    public ClusterSpec spec() {
        return spec;
    }

    /** How the hosts are reached. */
    public Map<String, Target> targets() {
        return targets;
    }

    /** Asks every host all that the plan may want to know, in one round trip each. */
    public FactGathering.Gathered gather() throws InterruptedException {
        Map<String, List<Question<?>>> questions = new HashMap<>();
        targets.keySet().forEach(host -> questions.put(host, new ArrayList<>(List.of(SystemProbe.QUESTION))));
        for (Task task : tasks) {
            questions
                    .computeIfAbsent(task.id().host(), _ -> new ArrayList<>())
                    .addAll(task.work().questions());
        }
        questions.replaceAll((_, asked) -> List.copyOf(Set.copyOf(asked)));
        return new FactGathering(new FactReader(batches), events, clock).gather(targets, questions);
    }

    /** What would keep an apply from working, judged from facts; empty if nothing is known to. */
    public List<Obstacle> preflight(FactBook book) {
        return Preflight.check(spec, book);
    }

    /** What has to change. */
    public Plan plan(FactBook book) {
        return Planner.plan(TaskGraph.of(tasks), book);
    }

    /** Carries a plan out. */
    public Report run(Plan plan) throws InterruptedException {
        return new Runner(batches, targets, forks, events, clock).run(plan);
    }

    /** Sees whether nodes, names, pods and services work, with pods that are gone afterwards. */
    public Report verify() throws InterruptedException {
        return run(Verification.plan(spec, versions));
    }

    /** How the cluster is: asks control plane hosts, etcd members and balancers. */
    public ClusterStatus status() throws InterruptedException {
        StatusReading reading = new StatusReading(spec, view);
        return reading.read(
                new FactGathering(new FactReader(batches), events, clock).gather(targets, reading.questions()));
    }

    /** What a reset does; it destroys the cluster and all that is in it. */
    public Plan resetPlan() {
        return Reset.plan(spec);
    }

    /**
     * Writes the administrator's kubeconfig and kubectl to the directory of artifacts, as far as the inventory asks.
     *
     * @return the files that were not there as they should be
     */
    public List<Path> handOut() throws IOException, TransportException, InterruptedException, ArtifactException {
        Target controlPlane =
                Objects.requireNonNull(targets.get(spec.firstControlPlane().name()));
        return new Handouts(spec, bundle, batches).write(controlPlane);
    }

    private static Secret randomKey(SecureRandom random) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return Secret.of(HexFormat.of().formatHex(bytes));
    }
}
