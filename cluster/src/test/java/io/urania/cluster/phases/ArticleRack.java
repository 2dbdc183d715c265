package io.urania.cluster.phases;

import io.urania.artifacts.ArtifactException;
import io.urania.artifacts.version.VersionEntry;
import io.urania.artifacts.version.VersionTable;
import io.urania.cluster.observation.ClusterProbe;
import io.urania.cluster.observation.ClusterView;
import io.urania.cluster.phase.BootstrapToken;
import io.urania.cluster.phase.ClusterDesign;
import io.urania.cluster.phase.Deployment;
import io.urania.cluster.phase.HostArtifacts;
import io.urania.cluster.phase.Tasks;
import io.urania.cluster.phases.etcd.EtcdSettings;
import io.urania.cluster.pki.EncryptionKeys;
import io.urania.cluster.pki.EtcdCertificates;
import io.urania.cluster.reader.ArticleFiles;
import io.urania.cluster.reader.ClusterSpecReader;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.EtcdInstance;
import io.urania.cluster.spec.EtcdSpec;
import io.urania.cluster.spec.NodeSpec;
import io.urania.cluster.value.Secret;
import io.urania.cluster.value.etcd.EtcdDeployment;
import io.urania.cluster.variable.Origins;
import io.urania.engine.fact.FactBook;
import io.urania.engine.fact.Facts;
import io.urania.engine.plan.Plan;
import io.urania.engine.plan.Planner;
import io.urania.engine.plan.Task;
import io.urania.engine.plan.TaskGraph;
import io.urania.engine.plan.TaskId;
import io.urania.engine.plan.Work;
import io.urania.engine.resource.file.TextFile;
import io.urania.inventory.Inventory;
import io.urania.inventory.problem.InventoryException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The article's rack as a deployment, with secrets that are the same every time. */
public final class ArticleRack {
    /** Variables of the newest Kubernetes that is tested. */
    public static final String NEWEST = "kube_version: v1.36.3\nkube_proxy_mode: iptables\n";
    /** Variables of the article's own Kubernetes. */
    public static final String ARTICLES_OWN = "kube_version: v1.19.5\n";

    /** Variables with which kubeadm runs etcd. */
    public static final String ETCD_BY_KUBEADM = "etcd_deployment_type: kubeadm\n";

    public static final Secret CERTIFICATE_KEY =
            Secret.of("00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff");
    public static final BootstrapToken TOKEN =
            new BootstrapToken("abcdef", Secret.of("0123456789abcdef"), Instant.parse("2026-01-01T02:00:00Z"));

    private final Deployment deployment;
    private final List<Task> tasks;

    private ArticleRack(ClusterDesign design, EtcdCertificates certificates, EncryptionKeys keys, Origins origins) {
        ClusterProbe probe = new ClusterProbe(
                design.spec().paths().programs() + "/kubectl",
                design.spec().paths().certificates(),
                String.join(",", Phases.kinds(design)));
        this.deployment = new Deployment(
                design,
                new ClusterView(design.spec(), probe),
                design.spec().etcd().deployment() == EtcdDeployment.HOST ? Optional.of(certificates) : Optional.empty(),
                keys,
                TOKEN,
                CERTIFICATE_KEY);
        this.tasks = Tasks.of(Phases.ALL, deployment, origins);
    }

    /**
     * Reads the article's inventory, with what a rack needs and further variables of the cluster.
     *
     * @param directory where the inventory's copy and a bundle are put
     */
    public static ArticleRack of(Path directory, String variables) {
        return of(directory, variables, new FixedCertificates());
    }

    /** The same rack with other certificates. */
    public static ArticleRack of(Path directory, String variables, EtcdCertificates certificates) {
        try {
            Path own = Files.createTempDirectory(directory, "rack");
            Inventory inventory = new ArticleFiles(own).withRack(variables);
            ClusterSpec spec = new ClusterSpecReader(VersionTable.standard(), _ -> List.of())
                    .read(inventory)
                    .orThrow();
            VersionEntry versions = VersionTable.standard().entry(spec.kubernetes());
            HostArtifacts artifacts = HostArtifacts.of(
                    TinyBundle.write(own.resolve("bundle"), versions, spec.kubernetes()), versions, spec.paths());
            EncryptionKeys keys = EncryptionKeys.of(
                    spec.paths().credentials(), spec.apiServer().encryption(), new SecureRandom());
            return new ArticleRack(
                    new ClusterDesign(spec, versions, artifacts, Map.of()), certificates, keys, Origins.of(inventory));
        } catch (IOException | InventoryException | ArtifactException e) {
            throw new AssertionError(e);
        }
    }

    public Deployment deployment() {
        return deployment;
    }

    public ClusterSpec spec() {
        return deployment.spec();
    }

    public ClusterView view() {
        return deployment.view();
    }

    public List<Task> tasks() {
        return tasks;
    }

    /** The plan of all phases. */
    public Plan plan(FactBook book) {
        return Planner.plan(TaskGraph.of(tasks), book);
    }

    /** A host's full name. */
    public static String host(String shortName) {
        return shortName + ".friends.intra.example.com";
    }

    public NodeSpec node(String shortName) {
        return spec().node(host(shortName)).orElseThrow();
    }

    public EtcdSpec.Member member(String shortName) {
        return spec().etcdMemberOn(host(shortName)).orElseThrow();
    }

    /** The settings that a member of etcd gets. */
    public String etcdSettings(String shortName, FactBook book) {
        return etcdSettings(spec().etcd().main(), shortName, book);
    }

    /** The same of one etcd. */
    public String etcdSettings(EtcdInstance instance, String shortName, FactBook book) {
        EtcdSettings settings = (EtcdSettings) work(shortName, "file " + instance.settings());
        return settings.file(book).content().apply(book.of(host(shortName)));
    }

    /** The work of a task. */
    public Work work(String shortName, String task) {
        TaskId id = new TaskId(host(shortName), task);
        return tasks.stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no task " + id))
                .work();
    }

    /** The text of a file that a host gets. */
    public String file(String shortName, String path, Facts facts) {
        return ((TextFile) work(shortName, "file " + path)).content().apply(facts);
    }
}
