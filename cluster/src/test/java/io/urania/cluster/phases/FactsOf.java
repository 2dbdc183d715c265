package io.urania.cluster.phases;

import io.urania.artifacts.version.ControlPlaneNames;
import io.urania.cluster.checklist.Checklist;
import io.urania.cluster.manifest.Manifest;
import io.urania.cluster.observation.CertificateFact;
import io.urania.cluster.observation.CertificateProbe;
import io.urania.cluster.observation.ClusterFact;
import io.urania.cluster.observation.ClusterProbe;
import io.urania.cluster.observation.EtcdBeginning;
import io.urania.cluster.observation.EtcdFact;
import io.urania.cluster.observation.EtcdPeer;
import io.urania.cluster.observation.EtcdProbe;
import io.urania.cluster.observation.EtcdView;
import io.urania.cluster.observation.KubeconfigServersProbe;
import io.urania.cluster.observation.MachineFact;
import io.urania.cluster.observation.MachineProbe;
import io.urania.cluster.observation.NodeFact;
import io.urania.cluster.observation.encryption.EncryptionFact;
import io.urania.cluster.observation.encryption.EncryptionProbe;
import io.urania.cluster.observation.encryption.StoredEncryption;
import io.urania.cluster.phases.addons.Addons;
import io.urania.cluster.phases.apiserver.EncryptionStep;
import io.urania.cluster.phases.controlplane.DiscoveryBindingProbe;
import io.urania.cluster.phases.controlplane.ManifestProxyProbe;
import io.urania.cluster.phases.controlplane.NodeJoin;
import io.urania.cluster.phases.etcd.EtcdSettings;
import io.urania.cluster.phases.network.PodNetwork;
import io.urania.cluster.spec.EtcdInstance;
import io.urania.cluster.spec.NodeSpec;
import io.urania.cluster.value.Taint;
import io.urania.engine.batch.Payload;
import io.urania.engine.fact.Asked;
import io.urania.engine.fact.FactBook;
import io.urania.engine.fact.Facts;
import io.urania.engine.fact.Question;
import io.urania.engine.network.FirewallFact;
import io.urania.engine.network.FirewallProbe;
import io.urania.engine.network.HostsFileProbe;
import io.urania.engine.network.LinksFact;
import io.urania.engine.network.LinksProbe;
import io.urania.engine.network.NameServersFact;
import io.urania.engine.network.NameServersProbe;
import io.urania.engine.note.FileNote;
import io.urania.engine.note.FileNoteProbe;
import io.urania.engine.note.NotedFilesProbe;
import io.urania.engine.plan.Plan;
import io.urania.engine.plan.Task;
import io.urania.engine.plan.TaskId;
import io.urania.engine.plan.Work;
import io.urania.engine.process.ListenerProbe;
import io.urania.engine.resource.account.Account;
import io.urania.engine.resource.account.AccountFact;
import io.urania.engine.resource.account.AccountProbe;
import io.urania.engine.resource.account.HostName;
import io.urania.engine.resource.account.HostUser;
import io.urania.engine.resource.account.RootPassword;
import io.urania.engine.resource.account.SystemUser;
import io.urania.engine.resource.account.SystemUserProbe;
import io.urania.engine.resource.account.TimeZone;
import io.urania.engine.resource.account.TimeZoneProbe;
import io.urania.engine.resource.account.TracesProbe;
import io.urania.engine.resource.address.AddressFact;
import io.urania.engine.resource.address.AddressProbe;
import io.urania.engine.resource.address.StaticAddress;
import io.urania.engine.resource.boot.BootFact;
import io.urania.engine.resource.boot.BootProbe;
import io.urania.engine.resource.file.Directory;
import io.urania.engine.resource.file.FileFact;
import io.urania.engine.resource.file.FileProbe;
import io.urania.engine.resource.file.MarkedLines;
import io.urania.engine.resource.file.ModificationProbe;
import io.urania.engine.resource.file.Program;
import io.urania.engine.resource.file.ProgramProbe;
import io.urania.engine.resource.file.TextBlock;
import io.urania.engine.resource.file.TextFile;
import io.urania.engine.resource.file.TextProbe;
import io.urania.engine.resource.image.ContainerImage;
import io.urania.engine.resource.image.ContainerImageProbe;
import io.urania.engine.resource.kernel.KernelModuleFact;
import io.urania.engine.resource.kernel.KernelModuleProbe;
import io.urania.engine.resource.kernel.KernelModules;
import io.urania.engine.resource.kernel.LoadedModulesProbe;
import io.urania.engine.resource.kernel.ModuleBarProbe;
import io.urania.engine.resource.kernel.SwapFact;
import io.urania.engine.resource.kernel.SwapOff;
import io.urania.engine.resource.kernel.SwapProbe;
import io.urania.engine.resource.kernel.SysctlFact;
import io.urania.engine.resource.kernel.SysctlProbe;
import io.urania.engine.resource.kernel.Sysctls;
import io.urania.engine.resource.packages.BuiltPackageFact;
import io.urania.engine.resource.packages.BuiltPackageProbe;
import io.urania.engine.resource.packages.PackageFact;
import io.urania.engine.resource.packages.PackageManagerFact;
import io.urania.engine.resource.packages.PackageManagerProbe;
import io.urania.engine.resource.packages.PackageProbe;
import io.urania.engine.resource.packages.Packages;
import io.urania.engine.resource.packages.UpgradeFact;
import io.urania.engine.resource.packages.UpgradeProbe;
import io.urania.engine.resource.packetfilter.PacketFilter;
import io.urania.engine.resource.packetfilter.PacketFilterFact;
import io.urania.engine.resource.packetfilter.PacketFilterProbe;
import io.urania.engine.resource.resolver.HostResolver;
import io.urania.engine.resource.resolver.ResolverFact;
import io.urania.engine.resource.resolver.ResolverProbe;
import io.urania.engine.resource.safeguard.UnconfirmedProbe;
import io.urania.engine.resource.service.Service;
import io.urania.engine.resource.service.ServiceFact;
import io.urania.engine.resource.service.ServiceProbe;
import io.urania.engine.resource.service.ShutdownDelay;
import io.urania.engine.resource.sshd.Sshd;
import io.urania.engine.resource.sshd.SshdFact;
import io.urania.engine.resource.sshd.SshdProbe;
import io.urania.engine.storage.EntriesProbe;
import io.urania.engine.storage.FileSystemFact;
import io.urania.engine.storage.FileSystemProbe;
import io.urania.engine.storage.StorageHealthFact;
import io.urania.engine.storage.StorageHealthProbe;
import io.urania.engine.storage.Writability;
import io.urania.engine.storage.WritabilityProbe;
import io.urania.engine.system.ClockFact;
import io.urania.engine.system.ClockProbe;
import io.urania.engine.system.HardwareFact;
import io.urania.engine.system.HardwareProbe;
import io.urania.engine.system.LoginFact;
import io.urania.engine.system.LoginProbe;
import io.urania.engine.system.SystemFact;
import io.urania.engine.system.SystemFact.Cgroups;
import io.urania.engine.system.SystemProbe;
import io.urania.engine.system.UnitFact;
import io.urania.engine.system.UnitProbe;
import io.urania.engine.system.apt.Apt;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The facts of a rack's hosts, made by answering what the tasks ask. */
public final class FactsOf {
    /** The certificate of the clusters that these facts tell of. */
    static final String AUTHORITY = """
        -----BEGIN CERTIFICATE-----
        dGhlIGNsdXN0ZXIncyBhdXRob3JpdHk=
        -----END CERTIFICATE-----
        """;

    /** When the hosts were asked. */
    public static final Asked ASKED =
            new Asked(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2026-01-01T00:00:01Z"));

    private static final long WRITTEN = 1000;
    private static final long STARTED = 2000;

    private final Map<String, Map<Question<?>, Object>> answers = new TreeMap<>();
    private final ArticleRack rack;
    private long now = STARTED;
    /** From what the plan was made whose changes are being made. */
    private FactBook planned = new FactBook(Map.of());

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
        Checklist.of(rack.deployment(), rack.tasks())
                .questions()
                .forEach((host, asked) -> asked.forEach(question ->
                        bare(question).ifPresent(answer -> facts.of(host).putIfAbsent(question, answer))));
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
            facts.runControlPlane(node, WRITTEN);
        }
        for (EtcdInstance instance : rack.spec().etcd().instances()) {
            rack.spec()
                    .etcd()
                    .members()
                    .forEach(member ->
                            facts.etcd(instance, member.host().name(), serving(rack, instance, EtcdBeginning.NEW)));
        }
        return facts;
    }

    /** The cluster as it is wanted. */
    public static ClusterFact.Answering finished(ArticleRack rack) {
        SortedMap<String, NodeFact> nodes = new TreeMap<>();
        rack.spec().nodes().forEach(node -> nodes.put(node.name(), nodeFact(rack, node)));
        SortedMap<String, String> objects = new TreeMap<>();
        for (List<Manifest> manifests : List.of(
                PodNetwork.manifests(rack.deployment().design()),
                Addons.manifests(rack.deployment().design()))) {
            manifests.forEach(manifest -> manifest.objects().forEach(object -> objects.put(object, manifest.sum())));
        }
        return new ClusterFact.Answering(true, AUTHORITY, nodes, objects);
    }

    private static NodeFact nodeFact(ArticleRack rack, NodeSpec node) {
        TreeSet<String> taints =
                node.taints().stream().map(Taint::toString).collect(Collectors.toCollection(TreeSet::new));
        SortedMap<String, String> labels = new TreeMap<>(node.labels());
        if (node.controlPlane()) {
            addKubeadmMarks(rack, node, labels, taints);
        }
        return new NodeFact(
                node.name(), true, labels, taints, rack.spec().kubernetes().toString());
    }

    /** One fact instead of another. */
    public <T> FactsOf with(String host, Question<T> question, T answer) {
        of(host).put(question, answer);
        return this;
    }

    /**
     * What hosts would answer after every change of a plan was made, in its order, and nothing else was: each file is as old as its
     * change, each service runs since its own, and the cluster knows the nodes, marks and objects that were given to it.
     */
    FactsOf afterwards(Plan plan) {
        FactsOf after = new FactsOf(rack);
        answers.forEach((host, known) -> after.answers.put(host, new HashMap<>(known)));
        after.now = now;
        after.planned = book();
        plan.changes().forEach(change -> after.make(change.id()));
        return after;
    }

    private void make(TaskId id) {
        now++;
        Work work = rack.tasks().stream()
                .filter(task -> task.id().equals(id))
                .findFirst()
                .orElseThrow()
                .work();
        finish(id.host(), work);
        switch (work) {
            case Service service ->
                with(id.host(), ServiceProbe.of(service.unit()), new ServiceFact("active", "enabled", now));
            case TextFile file -> {
                String text = file.content().apply(facts(id.host()));
                with(id.host(), FileProbe.at(file.path()), file(file.mode(), file.owner(), text, now));
            }
            case Program program -> with(id.host(), ModificationProbe.at(program.path()), OptionalLong.of(now));
            case EtcdSettings settings -> {
                String text = settings.file(planned).content().apply(facts(id.host()));
                with(id.host(), FileProbe.at(settings.path()), file("644", "root", text, now));
                String state = text.contains("STATE=new\n") ? EtcdBeginning.NEW : EtcdBeginning.EXISTING;
                EtcdInstance instance = settings.view().instance();
                etcd(instance, id.host(), serving(rack, instance, state));
            }
            case EncryptionStep step -> encrypt(id.host(), step, step.after(planned), now);
            default -> makeInCluster(id);
        }
    }

    private void encrypt(String host, EncryptionStep step, StoredEncryption stored, long time) {
        with(host, EncryptionProbe.question(), new EncryptionFact(Optional.of(stored), false));
        with(host, FileProbe.at(EncryptionProbe.FILE), file("600", "root", step.text(stored), time));
    }

    private void makeInCluster(TaskId id) {
        ClusterFact.Answering wanted = finished(rack);
        ClusterFact.Answering known = known();
        String name = id.name();
        if (name.equals("kubeadm init") || name.equals("kubeadm join")) {
            NodeSpec node = rack.spec().node(id.host()).orElseThrow();
            // A kubelet that finds its node in the cluster leaves the marks that the node has.
            known.nodes()
                    .computeIfAbsent(
                            id.host(), host -> joined(node, wanted.nodes().get(host)));
            rack.tasks().stream()
                    .filter(task -> task.id().equals(new TaskId(id.host(), "kubeadm join")))
                    .forEach(task -> finish(id.host(), task.work()));
            if (node.controlPlane()) {
                runControlPlane(node, now);
            }
            with(id.host(), ServiceProbe.of("kubelet.service"), new ServiceFact("active", "enabled", now));
        } else if (name.equals("control plane pods")) {
            runControlPlane(rack.spec().node(id.host()).orElseThrow(), now);
        } else if (name.equals("etcd pod")) {
            runPod(id.host(), "etcd", now);
        } else if (name.startsWith("marks of ")) {
            String node = name.substring("marks of ".length());
            known.nodes().put(node, wanted.nodes().get(node));
        } else if (name.startsWith("manifest ")) {
            manifests().stream()
                    .filter(manifest -> name.equals("manifest " + manifest.name()))
                    .forEach(manifest ->
                            manifest.objects().forEach(object -> known.objects().put(object, manifest.sum())));
        } else if (name.equals("objects of removed components")) {
            Set<String> present = Set.copyOf(known.objects().keySet());
            known.objects()
                    .keySet()
                    .retainAll(manifests().stream()
                            .flatMap(manifest -> manifest.objects().stream())
                            .map(object -> Manifest.inCluster(object, present))
                            .toList());
        } else {
            return;
        }
        rack.spec().controlPlane().stream()
                .filter(node -> known.nodes().containsKey(node.name()))
                .forEach(node -> cluster(node, known));
    }

    /** A node with the labels that a kubelet may give it, and what kubeadm gives control plane nodes; the API sets all other marks. */
    private NodeFact joined(NodeSpec node, NodeFact wanted) {
        SortedMap<String, String> labels = new TreeMap<>(node.otherLabels());
        TreeSet<String> taints = new TreeSet<>();
        if (node.controlPlane()) {
            addKubeadmMarks(rack, node, labels, taints);
        }
        return new NodeFact(node.name(), true, labels, taints, wanted.kubelet());
    }

    private static void addKubeadmMarks(
            ArticleRack rack, NodeSpec node, SortedMap<String, String> labels, SortedSet<String> taints) {
        ControlPlaneNames kubeadm = rack.deployment().versions().controlPlane();
        kubeadm.labels().forEach(label -> labels.put(label, ""));
        if (!node.runsPods()) {
            kubeadm.taints().forEach(taint -> taints.add(taint + ":NoSchedule"));
        }
    }

    /** The manifests that kubeadm makes. */
    private void runControlPlane(NodeSpec node, long written) {
        for (String pod : List.of("kube-apiserver", "kube-controller-manager", "kube-scheduler")) {
            runPod(node.name(), pod, written);
        }
        if (rack.spec().etcd().units().isEmpty()) {
            runPod(node.name(), "etcd", written);
        }
    }

    private void runPod(String host, String pod, long written) {
        with(
                host,
                FileProbe.at(rack.spec().paths().manifests() + "/" + pod + ".yaml"),
                file("600", "root", pod, written));
    }

    /** The cluster as its hosts tell it now; one without nodes if there is none. */
    private ClusterFact.Answering known() {
        return rack.spec().controlPlane().stream()
                .map(node -> of(node.name()).get(rack.view().probe().question()))
                .filter(ClusterFact.Answering.class::isInstance)
                .map(ClusterFact.Answering.class::cast)
                .findFirst()
                .map(old -> new ClusterFact.Answering(
                        old.initialised(), old.authority(), new TreeMap<>(old.nodes()), new TreeMap<>(old.objects())))
                .orElseGet(() -> new ClusterFact.Answering(true, AUTHORITY, new TreeMap<>(), new TreeMap<>()));
    }

    private List<Manifest> manifests() {
        return Stream.of(
                        PodNetwork.manifests(rack.deployment().design()),
                        Addons.manifests(rack.deployment().design()))
                .flatMap(List::stream)
                .toList();
    }

    /** A host of which something is as on a bare one: what a task looks at. */
    FactsOf undo(Task task) {
        for (Question<?> question : task.work().questions()) {
            if (!(question.probe() instanceof ClusterProbe)) {
                bare(question).ifPresent(answer -> of(task.id().host()).put(question, answer));
            }
        }
        return this;
    }

    /** What a host tells of etcd. */
    public FactsOf etcd(String host, EtcdFact fact) {
        return etcd(rack.spec().etcd().main(), host, fact);
    }

    /** What a host tells of one etcd. */
    public FactsOf etcd(EtcdInstance instance, String host, EtcdFact fact) {
        return with(host, view(rack, instance).question(), fact);
    }

    /** A host that does not tell of etcd. */
    public FactsOf withoutEtcd(String host) {
        of(host).remove(view(rack, rack.spec().etcd().main()).question());
        return this;
    }

    /** A member of the cluster that is wanted. */
    public static EtcdFact.Serving serving(ArticleRack rack, String state) {
        return serving(rack, rack.spec().etcd().main(), state);
    }

    /** A member of one etcd that is wanted. */
    public static EtcdFact.Serving serving(ArticleRack rack, EtcdInstance instance, String state) {
        List<EtcdPeer> peers = rack.spec().etcd().members().stream()
                .map(member ->
                        new EtcdPeer(member.nameIn(instance), new TreeSet<>(Set.of(member.peerUrl(instance))), true))
                .toList();
        return new EtcdFact.Serving("c1", "a1", "a1", "3.6.8", 20480, peers, beginning(rack, instance, state));
    }

    /** How the members that are wanted are begun. */
    public static EtcdBeginning beginning(ArticleRack rack, String state) {
        return beginning(rack, rack.spec().etcd().main(), state);
    }

    /** How the members of one etcd are begun. */
    public static EtcdBeginning beginning(ArticleRack rack, EtcdInstance instance, String state) {
        return new EtcdBeginning(view(rack, instance).wantedPeerUrls(), state, instance.dataDirectory());
    }

    private static EtcdView view(ArticleRack rack, EtcdInstance instance) {
        return new EtcdView(rack.spec(), rack.view(), instance);
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

    /** A host that gave no answer to a question. */
    public FactsOf without(String host, Question<?> question) {
        of(host).remove(question);
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
        Facts.Builder facts = Facts.of(host).asked(ASKED);
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
            case PackageProbe _ -> Optional.of(new PackageFact(new Apt(), false));
            case SystemUserProbe _ -> Optional.of(false);
            case ServiceProbe _ -> Optional.of(new ServiceFact("inactive", "", 0));
            case SwapProbe _ -> Optional.of(new SwapFact(List.of("/var/swap"), List.of()));
            case SysctlProbe _ -> Optional.of(new SysctlFact(Optional.of("0"), Optional.empty()));
            case LoadedModulesProbe _ -> Optional.of(Set.of());
            case ModuleBarProbe _ -> Optional.of(List.of());
            case TextProbe _ -> Optional.of(Optional.empty());
            case ModificationProbe _ -> Optional.of(OptionalLong.empty());
            case KernelModuleProbe _ -> Optional.of(KernelModuleFact.LOADABLE);
            case ClusterProbe _ -> Optional.of(new ClusterFact.None());
            case ListenerProbe _, HostsFileProbe _, KubeconfigServersProbe _, EntriesProbe _ -> Optional.of(List.of());
            case PackageManagerProbe _ -> Optional.of(new PackageManagerFact(new Apt(), List.of(), false));
            case FileSystemProbe _ ->
                Optional.of(new FileSystemFact(
                        "/", "ext4", Set.of("rw", "relatime"), 29L << 30, 20L << 30, 1_900_000, 1_700_000));
            case WritabilityProbe _ -> Optional.of(Writability.WRITABLE);
            case NameServersProbe _ ->
                Optional.of(
                        question.subject().equals("/etc/resolv.conf")
                                ? new NameServersFact.Servers(List.of("192.168.1.1"))
                                : new NameServersFact.Absent());
            case StorageHealthProbe _ -> Optional.of(new StorageHealthFact(Map.of(), Map.of()));
            case LinksProbe _ -> Optional.of(new LinksFact(Map.of("lo", 65536, "eth0", 1500), List.of(), true));
            case FirewallProbe _ -> Optional.of(new FirewallFact(List.of(), false, false));
            case UnitProbe _ ->
                Optional.of(
                        question.subject().equals("systemd-timesyncd.service")
                                ? new UnitFact("loaded", "active", List.of())
                                : new UnitFact("not-found", "inactive", List.of()));
            case HardwareProbe _ ->
                Optional.of(new HardwareFact("", 4096, OptionalInt.empty(), Optional.empty(), List.of(), "", ""));
            case ClockProbe _ -> Optional.of(new ClockFact(ASKED.before(), false));
            case EtcdProbe _ -> Optional.of(new EtcdFact.Absent());
            case CertificateProbe _ -> Optional.of(new CertificateFact.Absent());
            case MachineProbe _ -> Optional.of(new MachineFact("", new TreeSet<>(), false, false));
            case FileNoteProbe _ -> Optional.of(new FileNote.None());
            case ManifestProxyProbe _ -> Optional.of(new TreeSet<String>());
            case EncryptionProbe _ -> Optional.of(new EncryptionFact(Optional.empty(), false));
            case TimeZoneProbe _ -> Optional.of("Europe/Berlin");
            case ResolverProbe _ -> Optional.of(ResolverFact.NONE);
            case NotedFilesProbe _ -> Optional.of(Set.<String>of());
            case BootProbe _ ->
                Optional.of(new BootFact("first", "root=LABEL=root rw", Map.of(), List.of(), List.of()));
            case SshdProbe _ ->
                Optional.of(new SshdFact(
                        Optional.of("/usr/sbin/sshd"),
                        Optional.of("Include /etc/ssh/sshd_config.d/*.conf\n"),
                        Optional.empty(),
                        Map.of()));
            case PacketFilterProbe _ ->
                Optional.of(new PacketFilterFact(
                        Optional.of(PacketFilter.NFT), Set.of(PacketFilter.NFT), Optional.of(true)));
            case BuiltPackageProbe _ -> Optional.of(new BuiltPackageFact.Absent());
            case UpgradeProbe _ -> Optional.of(new UpgradeFact(new Apt(), false, new TreeSet<>(), new TreeSet<>()));
            case UnconfirmedProbe _ -> Optional.of(false);
            case AccountProbe _ -> Optional.of(AccountFact.ABSENT);
            case TracesProbe _ -> Optional.of(Map.of());
            case AddressProbe _ ->
                Optional.of(new AddressFact(
                        Optional.of("eth0"),
                        true,
                        Set.of("systemd-networkd"),
                        Optional.empty(),
                        Optional.of("/etc/systemd/network/20-wired.network"),
                        false,
                        Map.of()));
            case LoginProbe _ -> Optional.of(new LoginFact("pi", "root"));
            case DiscoveryBindingProbe _ -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private void finish(String host, Work work) {
        switch (work) {
            case TextFile file -> {
                with(
                        host,
                        FileProbe.at(file.path()),
                        file(file.mode(), file.owner(), file.content().apply(facts(host))));
                with(host, FileNoteProbe.at(file.path()), new FileNote.Ours(Set.of()));
            }
            case EtcdSettings settings -> finish(host, settings.file(book()));
            case EncryptionStep step -> encrypt(host, step, step.after(book()), STARTED);
            case Directory directory ->
                with(
                        host,
                        FileProbe.at(directory.path() + "/."),
                        new FileFact.Folder(directory.mode(), directory.owner()));
            case Program program -> {
                with(
                        host,
                        ProgramProbe.at(program.path()),
                        program.source().apply(facts(host)).sha256());
                with(host, FileNoteProbe.at(program.path()), new FileNote.Ours(Set.of()));
            }
            case ContainerImage image ->
                with(
                        host,
                        new ContainerImageProbe(image.store()).of(image.reference()),
                        image.archive().apply(facts(host)).sha256());
            case Packages packages ->
                packages.names()
                        .on(facts(host))
                        .forEach(name -> with(host, PackageProbe.of(name), new PackageFact(new Apt(), true)));
            case Service service ->
                with(host, ServiceProbe.of(service.unit()), new ServiceFact("active", "enabled", STARTED));
            case SystemUser user -> with(host, SystemUserProbe.of(user.user()), true);
            case HostName name -> {
                with(
                        host,
                        SystemProbe.QUESTION,
                        Systems.named(name.value(), facts(host).answer(SystemProbe.QUESTION)));
                with(host, TextProbe.at("/etc/hostname"), Optional.of(name.value() + "\n"));
            }
            case TextBlock block ->
                with(
                        host,
                        TextProbe.at(block.path()),
                        Optional.of("127.0.0.1 localhost\n# BEGIN urania\n" + block.lines() + "# END urania\n"));
            case HostResolver resolver ->
                with(host, ResolverProbe.QUESTION, resolver.done(facts(host).answer(ResolverProbe.QUESTION)));
            case Account account -> with(host, AccountProbe.of(account.user().name()), finished(account.user()));
            case RootPassword root ->
                with(
                        host,
                        AccountProbe.of("root"),
                        new AccountFact(
                                Optional.of(0),
                                "/bin/bash",
                                Optional.of("sudo"),
                                false,
                                sum(root.hash()),
                                RootPassword.isLock(root.hash()),
                                Optional.empty(),
                                Optional.empty(),
                                true));
            case StaticAddress kept -> {
                Question<AddressFact> question = AddressProbe.of(kept.settings().address());
                with(host, question, kept.done(facts(host).answer(question)));
            }
            case Sshd sshd -> {
                SshdFact fact = facts(host).answer(SshdProbe.QUESTION);
                with(
                        host,
                        SshdProbe.QUESTION,
                        new SshdFact(
                                fact.program(),
                                fact.configuration(),
                                Optional.of(sshd.settings().lines()).filter(lines -> !lines.isEmpty()),
                                Map.of()));
            }
            case TimeZone zone -> with(host, TimeZone.question(), zone.zone());
            case KernelModules modules ->
                modules.modules().forEach(module -> with(host, KernelModuleProbe.of(module), KernelModuleFact.PRESENT));
            case Sysctls sysctls -> {
                sysctls.values()
                        .forEach((key, value) -> with(
                                host,
                                SysctlProbe.of(key),
                                new SysctlFact(
                                        Optional.of(value),
                                        Optional.of(new SysctlFact.Setting("/etc/sysctl.d/zz-urania.conf", value)))));
                String lines = sysctls.values().entrySet().stream()
                        .map(entry -> entry.getKey() + " = " + entry.getValue() + "\n")
                        .collect(Collectors.joining());
                with(host, FileProbe.at("/etc/sysctl.d/zz-urania.conf"), file("644", "root", lines));
            }
            case ShutdownDelay delay ->
                with(
                        host,
                        FileProbe.at(ShutdownDelay.FILE),
                        file(
                                "644",
                                "root",
                                "[Login]\nInhibitDelayMaxSec=" + delay.most().toSeconds() + "\n"));
            case NodeJoin join ->
                join.questions().stream()
                        .filter(question -> question.probe() instanceof FileProbe)
                        .forEach(question -> with(host, FileProbe.at(question.subject()), file("600", "root", "")));
            case SwapOff _ -> with(host, SwapProbe.QUESTION, SwapFact.NONE);
            default -> {
                // What only the cluster itself can tell.
            }
        }
    }

    private static AccountFact finished(HostUser user) {
        String keys = user.keys().stream().map(key -> key + "\n").collect(Collectors.joining());
        return new AccountFact(
                user.uid().or(() -> Optional.of(1001)),
                user.shell().orElse("/bin/bash"),
                Optional.of("sudo"),
                user.isAdmin(),
                user.passwordHash().map(FactsOf::sum).orElse(""),
                false,
                Optional.of(MarkedLines.block(keys)),
                user.isAdmin()
                        ? Optional.of(user.name() + " ALL=(ALL:ALL) " + (user.sudoAsksPassword() ? "" : "NOPASSWD: ")
                                + "ALL\n")
                        : Optional.empty(),
                true);
    }

    private static String sum(String text) {
        return Payload.text(text).sha256();
    }

    static FileFact file(String mode, String owner, String text) {
        return file(mode, owner, text, WRITTEN);
    }

    private static FileFact file(String mode, String owner, String text, long modified) {
        return new FileFact.Regular(mode, owner, Payload.text(text).sha256(), modified);
    }
}
