package io.urania.cluster.operation;

import io.urania.artifacts.ArtifactException;
import io.urania.artifacts.bundle.Bundle;
import io.urania.artifacts.download.CheckedTexts;
import io.urania.artifacts.version.VersionEntry;
import io.urania.artifacts.version.VersionTable;
import io.urania.cluster.benchmark.BenchmarkReport;
import io.urania.cluster.benchmark.CisBenchmark;
import io.urania.cluster.diagnosis.Diagnosis;
import io.urania.cluster.observation.ClusterProbe;
import io.urania.cluster.observation.ClusterView;
import io.urania.cluster.phase.Groundwork;
import io.urania.cluster.procedure.Procedure;
import io.urania.cluster.procedure.prepare.Prepare;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.variable.Origins;
import io.urania.engine.batch.BatchRunner;
import io.urania.engine.event.Event;
import io.urania.engine.event.EventSink;
import io.urania.engine.fact.FactBook;
import io.urania.engine.fact.FactReader;
import io.urania.engine.fact.Preface;
import io.urania.engine.fact.Question;
import io.urania.engine.plan.Plan;
import io.urania.engine.run.FactGathering;
import io.urania.engine.run.FactGathering.Gathered;
import io.urania.engine.run.Limits;
import io.urania.engine.run.Pauses;
import io.urania.engine.run.Report;
import io.urania.engine.run.Runner;
import io.urania.engine.run.Stop;
import io.urania.engine.storage.WriteLatency;
import io.urania.engine.storage.WriteLatencyFact;
import io.urania.engine.storage.WriteLatencyProbe;
import io.urania.engine.time.Timer;
import io.urania.engine.transport.Target;
import io.urania.engine.transport.Transport;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** A cluster on its hosts: what can be done with it without a bundle, and the way to install it from one. */
public final class Cluster {

    private final ClusterSpec spec;
    private final Map<String, Target> targets;
    private final BatchRunner batches;
    private final EventSink events;
    private final Clock clock;
    private final Limits limits;
    private final Stop stop;

    /**
     * A cluster that is reached by a transport.
     *
     * @param limits how far a run may go; never fewer batches at once than etcd has members, which start together
     * @param stop by which a run is ended in order
     */
    public Cluster(ClusterSpec spec, Transport transport, EventSink events, Clock clock, Limits limits, Stop stop) {
        this(spec, new BatchRunner(transport), events, clock, limits, stop);
    }

    /**
     * A cluster whose hosts are worked on in batches.
     *
     * @param limits how far a run may go; never fewer batches at once than etcd has members, which start together
     * @param stop by which a run is ended in order
     */
    public Cluster(ClusterSpec spec, BatchRunner batches, EventSink events, Clock clock, Limits limits, Stop stop) {
        this.spec = spec;
        this.targets = Targets.of(spec);
        this.batches = batches;
        this.events = events;
        this.clock = clock;
        this.limits = new Limits(Math.max(limits.forks(), spec.etcd().members().size()), limits.failures());
        this.stop = stop;
    }

    /** The specification this cluster is to have. */
    public ClusterSpec spec() {
        return spec;
    }

    /** How the hosts are reached. */
    public Map<String, Target> targets() {
        return targets;
    }

    /**
     * Prepares to install the cluster, or to put it right. Nothing is written: what is missing of etcd's certificates is made, and kept by
     * {@link Installation#run}.
     *
     * @param bundle made for the version of Kubernetes that is wanted
     * @param origins where the inventory asks for what is to be so
     * @param texts through which components fetch what the inventory names by address and sum
     * @throws IOException if the directory of credentials cannot be used
     * @throws ArtifactException if such a text cannot be had
     */
    public Installation installation(Bundle bundle, Origins origins, CheckedTexts texts)
            throws IOException, ArtifactException, InterruptedException {
        return Installation.prepare(this, bundle, origins, texts);
    }

    /**
     * What prepares the hosts, and needs no bundle for it.
     *
     * @param origins where the inventory asks for what is to be so
     * @throws ArtifactException if the table of versions has no row for the wanted Kubernetes
     */
    public Procedure preparation(Origins origins) throws ArtifactException {
        VersionEntry versions = VersionTable.standard().entry(spec.kubernetes());
        return new Prepare(new Groundwork(spec, versions, view()), origins);
    }

    /**
     * Asks every host what a procedure must know, in one round trip.
     *
     * @param preface what every host does first
     */
    public Gathered ask(Procedure procedure, Preface preface) throws InterruptedException {
        return ask(procedure.questions(), Optional.of(preface));
    }

    /** A plan of a procedure that asks nothing of hosts. */
    public Plan plan(Procedure procedure) {
        return procedure.plan(new FactBook(Map.of()));
    }

    /**
     * Carries out what a procedure has planned, or a part of it.
     *
     * @throws IOException if what the changes rest on cannot be kept on this machine; then nothing is changed
     */
    public Report carryOut(Procedure procedure, Plan plan) throws IOException, InterruptedException {
        procedure.keepSecrets();
        return run(plan);
    }

    /** Carries a plan out that rests on nothing else. */
    Report run(Plan plan) throws InterruptedException {
        return new Runner(
                        batches,
                        targets,
                        limits,
                        stop,
                        Pauses.doubling(new SplittableRandom()),
                        events,
                        clock,
                        Timer.REAL,
                        Diagnosis::explain)
                .run(plan);
    }

    /** How the cluster is; whether hosts differ from what is wanted is not looked at. Hosts may be down. */
    public ClusterStatus status() throws InterruptedException {
        StatusReading reading = new StatusReading(spec, view(), clock);
        return reading.read(ask(reading.questions(), Optional.empty()));
    }

    /** What API servers tell to whom objects of ours are all the same. */
    private ClusterView view() {
        return new ClusterView(
                spec,
                new ClusterProbe(
                        spec.paths().programs() + "/kubectl", spec.paths().certificates(), "namespaces"));
    }

    /** What the CIS Kubernetes Benchmark says of the hosts. They may be down. */
    public BenchmarkReport benchmark() throws InterruptedException {
        Gathered gathered = ask(CisBenchmark.questions(spec), Optional.empty());
        return new BenchmarkReport(CisBenchmark.judge(spec, gathered.book()), unseen(gathered));
    }

    /** Why hosts, or something of them, could not be seen. */
    private static SortedMap<String, String> unseen(Gathered gathered) {
        SortedMap<String, String> unseen = new TreeMap<>();
        gathered.failures().forEach((host, failure) -> unseen.put(host, String.valueOf(failure.getMessage())));
        gathered.book()
                .hosts()
                .forEach((host, facts) ->
                        facts.unanswered().forEach(question -> unseen.putIfAbsent(host, question.why())));
        return unseen;
    }

    /** How fast the disks of etcd members are: a file is written there, and taken away. Hosts may be down. */
    public StorageReport storage() throws InterruptedException {
        List<Question<WriteLatencyFact>> directories = spec.etcd().instances().stream()
                .map(instance -> WriteLatencyProbe.in(instance.dataDirectory()))
                .toList();
        Map<String, List<Question<?>>> questions = new LinkedHashMap<>();
        spec.etcd().members().forEach(member -> questions.put(member.host().name(), List.copyOf(directories)));
        Gathered gathered = askSome(questions);
        SortedMap<String, String> unseen = unseen(gathered);
        Map<String, List<WriteLatency>> measured = new TreeMap<>();
        gathered.book().hosts().forEach((host, facts) -> {
            for (Question<WriteLatencyFact> directory : directories) {
                switch (facts.find(directory).orElse(null)) {
                    case WriteLatencyFact.Measured(WriteLatency latency) ->
                        measured.computeIfAbsent(host, _ -> new ArrayList<>()).add(latency);
                    case WriteLatencyFact.Impossible(String reason) -> unseen.put(host, reason);
                    case null -> {
                        // Why it is not known is told of every question.
                    }
                }
            }
        });
        return new StorageReport(measured, unseen);
    }

    /** Asks every host who answers; {@link Greetings} has it in order. */
    public Gathered greet() throws InterruptedException {
        Map<String, List<Question<?>>> questions = new LinkedHashMap<>();
        targets.keySet().forEach(host -> questions.put(host, Greetings.QUESTIONS));
        return ask(questions, Optional.empty());
    }

    /**
     * Whether the secrets that hosts are compared with are on this machine; {@link #installation} makes them where they are missing. With kubeadm's
     * own etcd there are none: its authority is on control plane hosts.
     */
    public static boolean hasSecrets(ClusterSpec spec) {
        return switch (spec.etcd().deployment()) {
            case HOST -> Files.isRegularFile(spec.paths().credentials().resolve("etcd/ca.key"));
            case KUBEADM -> true;
        };
    }

    /** Asks every host its questions in one round trip, in which it first does what the preface says. */
    Gathered ask(Map<String, List<Question<?>>> questions, Optional<Preface> preface) throws InterruptedException {
        return new FactGathering(new FactReader(batches), events, clock).gather(targets, questions, preface);
    }

    /** Asks only the hosts for which there are questions. */
    Gathered askSome(Map<String, List<Question<?>>> questions) throws InterruptedException {
        Map<String, Target> some = new LinkedHashMap<>(targets);
        some.keySet().retainAll(questions.keySet());
        EventSink waits = event -> {
            if (event instanceof Event.Waiting || event instanceof Event.Waited) {
                events.accept(event);
            }
        };
        return new FactGathering(new FactReader(batches), waits, clock).gather(some, questions);
    }

    /** What runs steps on the hosts. */
    public BatchRunner batches() {
        return batches;
    }

    Clock clock() {
        return clock;
    }
}
