package io.urania.cluster.operation;

import io.urania.artifacts.Architecture;
import io.urania.artifacts.ArtifactException;
import io.urania.artifacts.bundle.Bundle;
import io.urania.artifacts.download.CheckedTexts;
import io.urania.artifacts.version.VersionEntry;
import io.urania.artifacts.version.VersionTable;
import io.urania.cluster.component.network.NetworkPlugins;
import io.urania.cluster.manifest.Manifest;
import io.urania.cluster.manifest.UnreadableManifest;
import io.urania.cluster.observation.ClusterProbe;
import io.urania.cluster.observation.ClusterView;
import io.urania.cluster.phase.BootstrapToken;
import io.urania.cluster.phase.ClusterDesign;
import io.urania.cluster.phase.Deployment;
import io.urania.cluster.phase.HostArtifacts;
import io.urania.cluster.phases.Phases;
import io.urania.cluster.pki.EncryptionKeys;
import io.urania.cluster.pki.EtcdAuthority;
import io.urania.cluster.pki.EtcdCertificates;
import io.urania.cluster.preflight.Finding;
import io.urania.cluster.procedure.apply.Apply;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.system.registry.OperatingSystems;
import io.urania.cluster.value.Download;
import io.urania.cluster.value.Secret;
import io.urania.cluster.variable.Origins;
import io.urania.engine.fact.FactBook;
import io.urania.engine.fact.Preface;
import io.urania.engine.fact.Question;
import io.urania.engine.plan.Plan;
import io.urania.engine.run.FactGathering.Gathered;
import io.urania.engine.run.Report;
import io.urania.engine.transport.TransportException;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;

/**
 * A cluster as it is wanted, from a bundle, on hosts as they are: facts are gathered, and the plan is made from them. What
 * {@link #plan} shows is what {@link Cluster#run} does.
 */
public final class Installation {

    private final Cluster cluster;
    private final Bundle bundle;
    private final Apply apply;
    private final StatusReading status;
    private final LocalExports handouts;

    private Installation(Cluster cluster, Bundle bundle, Deployment deployment, Apply apply) {
        this.cluster = cluster;
        this.bundle = bundle;
        this.apply = apply;
        this.status = new StatusReading(cluster.spec(), deployment.view(), cluster.clock());
        this.handouts = new LocalExports(cluster.spec(), bundle);
    }

    static Installation prepare(Cluster cluster, Bundle bundle, Origins origins, CheckedTexts texts)
            throws IOException, ArtifactException, InterruptedException {
        ClusterSpec spec = cluster.spec();
        VersionEntry versions = VersionTable.standard().entry(spec.kubernetes());
        SecureRandom random = new SecureRandom();
        ClusterDesign design = new ClusterDesign(
                spec, versions, HostArtifacts.of(bundle, versions, spec.paths()), fetched(spec, texts));
        ClusterProbe probe = new ClusterProbe(
                spec.paths().programs() + "/kubectl",
                spec.paths().certificates(),
                String.join(",", Phases.kinds(design)));
        Deployment deployment = new Deployment(
                design,
                new ClusterView(spec, probe),
                etcdCertificates(cluster),
                EncryptionKeys.of(spec.paths().credentials(), spec.apiServer().encryption(), random),
                BootstrapToken.random(random, cluster.clock()),
                spec.certificateKey().orElseGet(() -> randomKey(random)));
        return new Installation(cluster, bundle, deployment, new Apply(deployment, origins));
    }

    private static Optional<EtcdCertificates> etcdCertificates(Cluster cluster) throws IOException {
        ClusterSpec spec = cluster.spec();
        return switch (spec.etcd().deployment()) {
            case HOST ->
                Optional.of(EtcdAuthority.certificates(spec.paths().credentials(), spec.etcd(), cluster.clock()));
            case KUBEADM -> Optional.empty();
        };
    }

    private static Map<Download, String> fetched(ClusterSpec spec, CheckedTexts texts)
            throws ArtifactException, InterruptedException {
        Map<Download, String> fetched = new HashMap<>();
        for (Download download : NetworkPlugins.of(spec).downloads(spec)) {
            String text = texts.text(download.address(), download.sha256());
            try {
                Manifest.read(NetworkPlugins.of(spec).word(), List.of(text));
            } catch (UnreadableManifest e) {
                throw new ArtifactException(
                        download.address() + " is not a manifest that can be applied",
                        String.valueOf(e.getMessage()),
                        "use the address of Kubernetes objects in YAML",
                        e);
            }
            fetched.put(download, text);
        }
        return fetched;
    }

    /** The architectures whose hosts can be installed. */
    public SortedSet<Architecture> architectures() {
        return bundle.architectures();
    }

    /** Asks every host all that the plan may want to know, in one round trip each. */
    public Gathered look() throws InterruptedException {
        return cluster.ask(distinct(apply.questions()), Optional.empty());
    }

    /**
     * The same for a run, which also asks how the cluster is, and for what is handed out.
     *
     * @param preface what every host does first, in the same round trip
     */
    public Gathered gather(Preface preface) throws InterruptedException {
        Map<String, List<Question<?>>> questions = withStatus();
        handouts.questions()
                .forEach((host, asked) -> questionsOf(questions, host).addAll(asked));
        return cluster.ask(distinct(questions), Optional.of(preface));
    }

    /** All that {@link #survey} asks, by host; of one host no question twice. */
    public Map<String, List<Question<?>>> surveyed() {
        return distinct(withStatus());
    }

    private Map<String, List<Question<?>>> withStatus() {
        Map<String, List<Question<?>>> questions = apply.questions();
        status.questions().forEach((host, asked) -> questionsOf(questions, host).addAll(asked));
        return questions;
    }

    private static List<Question<?>> questionsOf(Map<String, List<Question<?>>> questions, String host) {
        return questions.computeIfAbsent(host, _ -> new ArrayList<>());
    }

    private static Map<String, List<Question<?>>> distinct(Map<String, List<Question<?>>> questions) {
        questions.replaceAll((_, asked) -> List.copyOf(Set.copyOf(asked)));
        return questions;
    }

    /** The names of the rules by which {@link #preflight} judges. */
    public List<String> rules() {
        return apply.rules();
    }

    /** What would keep an apply from working, and what somebody should know before it, judged from facts; errors first. */
    public List<Finding> preflight(FactBook book) {
        return apply.findings(book);
    }

    /**
     * Asks the hosts what lets a plan tell more of what is there now, such as the text of files that would be rewritten.
     *
     * @return the answers; to be added to the facts from which the plan was made
     */
    public Gathered details(Plan plan) throws InterruptedException {
        Map<String, List<Question<?>>> questions = new HashMap<>();
        plan.changes()
                .forEach(change -> questionsOf(questions, change.host())
                        .addAll(change.difference().details()));
        questions.values().removeIf(List::isEmpty);
        return cluster.askSome(questions);
    }

    /** What has to change. */
    public Plan plan(FactBook book) {
        return apply.plan(book);
    }

    /**
     * Carries the plan out.
     *
     * @param plan of this installation, or a part of it
     * @throws IOException if the secrets that it makes cannot be kept; then nothing is changed
     */
    public Report run(Plan plan) throws IOException, InterruptedException {
        return cluster.carryOut(apply, plan);
    }

    /** Sees whether nodes, names, pods and services work, with pods that are gone afterwards. */
    public Report verify() throws InterruptedException {
        return cluster.run(apply.verification());
    }

    /** How the cluster is, and how far its hosts differ from what is wanted, in one round trip each. Hosts may be down. */
    public ClusterStatus survey() throws InterruptedException {
        return survey(gatherSurvey());
    }

    Gathered gatherSurvey() throws InterruptedException {
        return cluster.ask(surveyed(), Optional.empty());
    }

    /** The same, of what hosts have answered to what was {@link #surveyed}. */
    ClusterStatus survey(Gathered gathered) {
        ClusterStatus found = status.read(gathered);
        boolean isComplete = gathered.failures().isEmpty()
                && gathered.book().hosts().values().stream()
                        .allMatch(facts -> facts.unanswered().isEmpty()
                                && OperatingSystems.find(facts).isPresent());
        return isComplete ? found.with(Drift.of(plan(gathered.book()))) : found;
    }

    /** How the cluster was when the facts were read. */
    public ClusterStatus status(FactBook book) {
        return status.read(book);
    }

    /**
     * Writes the administrator's kubeconfig and kubectl to the directory of artifacts, as far as the inventory asks.
     *
     * @param book facts that were read after the cluster had been made
     * @return the files that were not there as they should be
     */
    public List<Path> handOut(FactBook book) throws IOException, ArtifactException {
        return handouts.write(book);
    }

    /** The same, of what is there now. */
    public List<Path> handOut() throws IOException, TransportException, InterruptedException, ArtifactException {
        Gathered gathered = cluster.askSome(handouts.questions());
        for (TransportException failure : gathered.failures().values()) {
            throw failure;
        }
        return handOut(gathered.book());
    }

    private static Secret randomKey(SecureRandom random) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return Secret.of(HexFormat.of().formatHex(bytes));
    }
}
