package io.urania.cluster.phases;

import io.urania.artifacts.version.ControlPlaneNames;
import io.urania.cluster.manifest.Manifest;
import io.urania.cluster.observation.ClusterFact;
import io.urania.cluster.observation.ClusterProbe;
import io.urania.cluster.observation.NodeFact;
import io.urania.cluster.phases.addons.Addons;
import io.urania.cluster.phases.controlplane.NodeJoin;
import io.urania.cluster.phases.network.PodNetwork;
import io.urania.cluster.spec.NodeSpec;
import io.urania.cluster.value.Taint;
import io.urania.engine.batch.Payload;
import io.urania.engine.fact.FactBook;
import io.urania.engine.fact.Facts;
import io.urania.engine.fact.Question;
import io.urania.engine.plan.Task;
import io.urania.engine.plan.Work;
import io.urania.engine.resource.ContainerImage;
import io.urania.engine.resource.ContainerImageProbe;
import io.urania.engine.resource.Directory;
import io.urania.engine.resource.FileFact;
import io.urania.engine.resource.FileProbe;
import io.urania.engine.resource.HostName;
import io.urania.engine.resource.KernelModuleFact;
import io.urania.engine.resource.KernelModuleProbe;
import io.urania.engine.resource.KernelModules;
import io.urania.engine.resource.PackageProbe;
import io.urania.engine.resource.Packages;
import io.urania.engine.resource.Program;
import io.urania.engine.resource.ProgramProbe;
import io.urania.engine.resource.Service;
import io.urania.engine.resource.ServiceFact;
import io.urania.engine.resource.ServiceProbe;
import io.urania.engine.resource.SwapOff;
import io.urania.engine.resource.SwapProbe;
import io.urania.engine.resource.SysctlProbe;
import io.urania.engine.resource.Sysctls;
import io.urania.engine.resource.SystemUser;
import io.urania.engine.resource.SystemUserProbe;
import io.urania.engine.resource.TextBlock;
import io.urania.engine.resource.TextFile;
import io.urania.engine.resource.TextProbe;
import io.urania.engine.system.SystemFact;
import io.urania.engine.system.SystemFact.Cgroups;
import io.urania.engine.system.SystemProbe;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The facts of a rack's hosts, made by answering what the tasks ask. */
public final class FactsOf {
    /** The certificate of the clusters that these facts tell of. */
    static final String AUTHORITY = """
            -----BEGIN CERTIFICATE-----
            dGhlIGNsdXN0ZXIncyBhdXRob3JpdHk=
            -----END CERTIFICATE-----
            """;

    private static final long WRITTEN = 1000;
    private static final long STARTED = 2000;

    private final Map<String, Map<Question<?>, Object>> answers = new TreeMap<>();
    private final ArticleRack rack;

    private FactsOf(ArticleRack rack) {
        this.rack = rack;
    }

    /** Hosts of a virtual rack, with an operating system and nothing else. */
    public static FactsOf bareHosts(ArticleRack rack) {
        return bareHosts(rack, Systems.rackHost(Cgroups.V2));
    }

    /** Hosts of a kind, with an operating system and nothing else. */
    public static FactsOf bareHosts(ArticleRack rack, SystemFact system) {
        FactsOf facts = new FactsOf(rack);
        rack.spec().hosts().forEach(host -> facts.with(host.name(), SystemProbe.QUESTION, system));
        for (Task task : rack.tasks()) {
            for (Question<?> question : task.work().questions()) {
                bare(question).ifPresent(answer -> facts.of(task.id().host()).putIfAbsent(question, answer));
            }
        }
        return facts;
    }

    /** Hosts on which all is as it is wanted. */
    public static FactsOf finishedHosts(ArticleRack rack) {
        FactsOf facts = bareHosts(rack);
        for (Task task : rack.tasks()) {
            facts.finish(task.id().host(), task.work());
        }
        for (NodeSpec node : rack.spec().controlPlane()) {
            facts.cluster(node, finished(rack));
            for (String pod : List.of("kube-apiserver", "kube-controller-manager", "kube-scheduler")) {
                facts.with(
                        node.name(),
                        FileProbe.at(rack.spec().paths().manifests() + "/" + pod + ".yaml"),
                        file("600", "root", pod));
            }
        }
        return facts;
    }

    /** The cluster as it is wanted. */
    public static ClusterFact.Answering finished(ArticleRack rack) {
        SortedMap<String, NodeFact> nodes = new TreeMap<>();
        rack.spec().nodes().forEach(node -> nodes.put(node.name(), nodeFact(rack, node)));
        SortedMap<String, String> objects = new TreeMap<>();
        for (List<Manifest> manifests :
                List.of(PodNetwork.manifests(rack.deployment()), Addons.manifests(rack.deployment()))) {
            manifests.forEach(manifest -> manifest.objects().forEach(object -> objects.put(object, manifest.sum())));
        }
        return new ClusterFact.Answering(true, AUTHORITY, nodes, objects);
    }

    private static NodeFact nodeFact(ArticleRack rack, NodeSpec node) {
        TreeSet<String> taints =
                node.taints().stream().map(Taint::toString).collect(Collectors.toCollection(TreeSet::new));
        SortedMap<String, String> labels = new TreeMap<>(node.labels());
        if (node.controlPlane()) {
            ControlPlaneNames kubeadm = rack.deployment().versions().controlPlane();
            kubeadm.labels().forEach(label -> labels.put(label, ""));
            if (!node.runsPods()) {
                kubeadm.taints().forEach(taint -> taints.add(taint + ":NoSchedule"));
            }
        }
        return new NodeFact(
                node.name(), true, labels, taints, rack.spec().kubernetes().toString());
    }

    /** One fact instead of another. */
    public <T> FactsOf with(String host, Question<T> question, T answer) {
        of(host).put(question, answer);
        return this;
    }

    /** What a control plane host tells of the cluster. */
    public FactsOf cluster(NodeSpec controlPlane, ClusterFact fact) {
        return with(controlPlane.name(), rack.view().probe().question(), fact);
    }

    /** A host whose disk was replaced by one with nothing but an operating system. */
    FactsOf lose(NodeSpec node) {
        Map<Question<?>, Object> bare = bareHosts(rack).of(node.name());
        answers.put(node.name(), bare);
        return this;
    }

    /** A host that did not answer. */
    public FactsOf withoutAnswersOf(String host) {
        answers.remove(host);
        return this;
    }

    public FactBook book() {
        Map<String, Facts> facts = new HashMap<>();
        answers.keySet().forEach(host -> facts.put(host, facts(host)));
        return new FactBook(facts);
    }

    private Map<Question<?>, Object> of(String host) {
        return answers.computeIfAbsent(host, _ -> new HashMap<>());
    }

    private Facts facts(String host) {
        Facts.Builder facts = Facts.of(host);
        of(host).forEach((question, answer) -> put(facts, question, answer));
        return facts.build();
    }

    @SuppressWarnings("unchecked") // only answers of the question's own type were put in
    private static <T> void put(Facts.Builder facts, Question<T> question, Object answer) {
        facts.put(question, (T) answer);
    }

    /** The answer of a host with nothing on it; to some questions there is none then. */
    private static Optional<Object> bare(Question<?> question) {
        return switch (question.probe()) {
            case FileProbe _ -> Optional.of(new FileFact.Absent());
            case ProgramProbe _, ContainerImageProbe _ -> Optional.of("");
            case PackageProbe _, SystemUserProbe _ -> Optional.of(false);
            case ServiceProbe _ -> Optional.of(new ServiceFact("inactive", "", 0));
            case SwapProbe _ -> Optional.of(List.of("/var/swap"));
            case SysctlProbe _ -> Optional.of("0");
            case KernelModuleProbe _ -> Optional.of(KernelModuleFact.LOADABLE);
            case ClusterProbe _ -> Optional.of(new ClusterFact.None());
            default -> Optional.empty();
        };
    }

    private void finish(String host, Work work) {
        switch (work) {
            case TextFile file ->
                with(
                        host,
                        FileProbe.at(file.path()),
                        file(file.mode(), file.owner(), file.content().apply(facts(host))));
            case Directory directory ->
                with(
                        host,
                        FileProbe.at(directory.path() + "/."),
                        new FileFact.Folder(directory.mode(), directory.owner()));
            case Program program ->
                with(
                        host,
                        ProgramProbe.at(program.path()),
                        program.source().apply(facts(host)).sha256());
            case ContainerImage image ->
                with(
                        host,
                        ContainerImageProbe.of(image.reference()),
                        image.archive().apply(facts(host)).sha256());
            case Packages packages -> packages.names().forEach(name -> with(host, PackageProbe.of(name), true));
            case Service service ->
                with(host, ServiceProbe.of(service.unit()), new ServiceFact("active", "enabled", STARTED));
            case SystemUser user -> with(host, SystemUserProbe.of(user.user()), true);
            case HostName name ->
                with(
                        host,
                        SystemProbe.QUESTION,
                        Systems.named(name.value(), facts(host).answer(SystemProbe.QUESTION)));
            case TextBlock block ->
                with(
                        host,
                        TextProbe.at(block.path()),
                        "127.0.0.1 localhost\n# BEGIN urania\n" + block.lines() + "# END urania\n");
            case KernelModules modules ->
                modules.modules().forEach(module -> with(host, KernelModuleProbe.of(module), KernelModuleFact.PRESENT));
            case Sysctls sysctls -> {
                sysctls.values().forEach((key, value) -> with(host, SysctlProbe.of(key), value));
                String lines = sysctls.values().entrySet().stream()
                        .map(entry -> entry.getKey() + " = " + entry.getValue() + "\n")
                        .collect(Collectors.joining());
                with(host, FileProbe.at("/etc/sysctl.d/90-urania.conf"), file("644", "root", lines));
            }
            case NodeJoin join ->
                join.questions().stream()
                        .filter(question -> question.probe() instanceof FileProbe)
                        .forEach(question -> with(host, FileProbe.at(question.subject()), file("600", "root", "")));
            case SwapOff _ -> with(host, SwapProbe.QUESTION, List.of());
            default -> {
                // What only the cluster itself can tell.
            }
        }
    }

    static FileFact file(String mode, String owner, String text) {
        return new FileFact.Regular(mode, owner, Payload.text(text).sha256(), WRITTEN);
    }
}
