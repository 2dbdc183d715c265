package io.urania.cluster.phases.controlplane;

import com.google.gson.JsonObject;
import io.urania.cluster.component.runtime.NodeRuntimes;
import io.urania.cluster.leftover.Leftover;
import io.urania.cluster.phase.Deployment;
import io.urania.cluster.phase.GarbageCollection;
import io.urania.cluster.phase.Place;
import io.urania.cluster.phase.ResolvConfChoice;
import io.urania.cluster.phase.Tasks;
import io.urania.cluster.phases.host.HostPreparation;
import io.urania.cluster.phases.host.NameResolution;
import io.urania.cluster.phases.runtime.ContainerRuntime;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.NodeSpec;
import io.urania.cluster.value.RegistryCredentials;
import io.urania.cluster.variable.Variable;
import io.urania.cluster.variable.program.KubeletSetting;
import io.urania.cluster.variable.program.KubeletSettings;
import io.urania.cluster.variable.rows.ApiServerVariables;
import io.urania.cluster.variable.rows.ConnectionVariables;
import io.urania.cluster.variable.rows.ContainerVariables;
import io.urania.cluster.variable.rows.DeploymentVariables;
import io.urania.cluster.variable.rows.DnsVariables;
import io.urania.cluster.variable.rows.KubeletVariables;
import io.urania.cluster.variable.rows.NetworkVariables;
import io.urania.cluster.variable.rows.NodeVariables;
import io.urania.cluster.variable.rows.PathVariables;
import io.urania.cluster.variable.rows.ResolverVariables;
import io.urania.engine.plan.TaskId;
import io.urania.engine.resource.Resource;
import io.urania.engine.resource.file.AbsentFile;
import io.urania.engine.resource.file.Program;
import io.urania.engine.resource.file.TextFile;
import io.urania.engine.resource.service.Service;
import io.urania.engine.resource.service.ShutdownDelay;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The kubelet of a node: what it needs before kubeadm starts it, and that it goes on running afterwards. */
public final class Kubelets {

    static final String UNIT = "kubelet.service";
    static final String UNIT_FILE = "/etc/systemd/system/kubelet.service";

    /** Where the kubelet finds credentials of registries, in its own directory. */
    public static final String CREDENTIALS = "/var/lib/kubelet/config.json";

    private static final String BOOTSTRAP = "/etc/kubernetes/bootstrap-kubelet.conf";

    private static final List<Variable<?>> VARIABLES = List.of(
            ConnectionVariables.IP,
            ConnectionVariables.IP6,
            NetworkVariables.IPV4,
            NetworkVariables.IPV6,
            DeploymentVariables.KUBERNETES_VERSION,
            PathVariables.PROGRAMS,
            PathVariables.CONFIGURATION,
            PathVariables.CERTIFICATES,
            KubeletVariables.CGROUP_DRIVER,
            KubeletVariables.FAIL_SWAP_ON,
            KubeletVariables.SYSTEM_RESERVED,
            KubeletVariables.SYSTEM_MEMORY,
            KubeletVariables.SYSTEM_CPU,
            KubeletVariables.KUBE_RESERVED,
            KubeletVariables.KUBE_MEMORY,
            KubeletVariables.KUBE_CPU,
            KubeletVariables.SYSTEM_STORAGE,
            KubeletVariables.SYSTEM_PROCESSES,
            KubeletVariables.KUBE_STORAGE,
            KubeletVariables.KUBE_PROCESSES,
            KubeletVariables.KUBE_SLICE,
            KubeletVariables.KUBE_CGROUP,
            KubeletVariables.SYSTEM_CGROUP,
            KubeletVariables.WANTS,
            KubeletVariables.TRACING,
            KubeletVariables.TRACING_ENDPOINT,
            KubeletVariables.TRACING_RATE,
            KubeletVariables.MAX_PODS,
            KubeletVariables.LOG_FILES,
            KubeletVariables.LOG_FILE_SIZE,
            KubeletVariables.RESOLV_CONF,
            ResolverVariables.MODE,
            ResolverVariables.NAME_SERVERS,
            ResolverVariables.SEARCH_DOMAINS,
            ResolverVariables.TIMEOUT,
            ResolverVariables.ATTEMPTS,
            KubeletVariables.HARDENED,
            KubeletVariables.ADDRESSES,
            ContainerVariables.REGISTRY_CREDENTIALS,
            DnsVariables.DOMAIN,
            DnsVariables.SERVICE,
            DnsVariables.NODE_LOCAL_ADDRESS,
            ApiServerVariables.LOG_LEVEL,
            NodeVariables.GARBAGE_COLLECTION);

    private Kubelets() {}

    /** The variables that a kubelet's host reads, and further ones. */
    public static List<Variable<?>> variables(Variable<?>... more) {
        return Stream.of(VARIABLES, settings(), List.of(more))
                .<Variable<?>>flatMap(List::stream)
                .toList();
    }

    private static List<Variable<?>> settings() {
        return Stream.<Variable<?>>concat(
                        KubeletSettings.READ.stream().<Variable<?>>map(KubeletSetting::variable),
                        Stream.of(KubeletSettings.EXTRA))
                .toList();
    }

    /** The task after which a kubelet runs with its present files. */
    public static TaskId ready(NodeSpec node) {
        return Service.task(node.name(), UNIT);
    }

    /** Declares a kubelet's files and returns the tasks after which kubeadm may start it. */
    public static List<TaskId> declareFiles(Deployment deployment, NodeSpec node, Tasks tasks) {
        List<Resource> programs = List.of(
                deployment.artifacts().program("kubelet"),
                deployment.artifacts().program("kubeadm"));
        KubeletConfiguration configuration = new KubeletConfiguration(deployment, node);
        List<TaskId> ready = new ArrayList<>(
                tasks.because(DeploymentVariables.KUBERNETES_VERSION).addAll(node.host(), programs, List.of()));
        ready.add(tasks.because(
                        PathVariables.PROGRAMS,
                        KubeletVariables.HARDENED,
                        KubeletVariables.ADDRESSES,
                        KubeletVariables.WANTS,
                        KubeletVariables.KUBE_SLICE,
                        KubeletVariables.KUBE_CGROUP,
                        KubeletVariables.SYSTEM_CGROUP,
                        ApiServerVariables.LOG_LEVEL,
                        NodeVariables.GARBAGE_COLLECTION)
                .add(
                        node.host(),
                        TextFile.closed(
                                UNIT_FILE,
                                facts -> KubeletUnit.text(
                                        deployment.artifacts().programs(),
                                        NodeRuntimes.of(deployment.spec()).unit(),
                                        deployment.spec().logLevel(),
                                        node.kubelet(),
                                        addresses(deployment.spec(), node),
                                        GarbageCollection.line(node.host(), facts)))));
        ready.add(configured(tasks).add(node.host(), TextFile.closed(KubeletConfiguration.FILE, configuration::text)));
        ResolvConfChoice.text(deployment.spec(), node)
                .ifPresent(text -> ready.add(tasks.because(ResolverVariables.ALL)
                        .and(DnsVariables.UPSTREAM)
                        .add(node.host(), TextFile.of(ResolvConfChoice.OF_INVENTORY, text))));
        if (!deployment.spec().registryCredentials().isEmpty()) {
            ready.add(tasks.because(ContainerVariables.REGISTRY_CREDENTIALS)
                    .add(
                            node.host(),
                            TextFile.secret(
                                    CREDENTIALS, credentials(deployment.spec().registryCredentials()))));
        }
        node.kubelet()
                .shutdown()
                .ifPresent(most -> ready.add(configured(tasks).add(node.host(), new ShutdownDelay(most))));
        // It holds a token. kubeadm removes it at the end of a join, unless the host loses its power before.
        ready.add(tasks.because(DeploymentVariables.KUBERNETES_VERSION).add(node.host(), new AbsentFile(BOOTSTRAP)));
        ready.addAll(HostPreparation.readyForKubelet(node));
        ready.add(ContainerRuntime.ready(deployment.spec(), node));
        return ready;
    }

    /** As docker login writes them (Kubernetes documentation, "Private registry", config.json). */
    private static String credentials(List<RegistryCredentials> credentials) {
        JsonObject registries = new JsonObject();
        credentials.forEach(one -> {
            JsonObject login = new JsonObject();
            login.addProperty("auth", one.login().reveal());
            registries.add(one.registry(), login);
        });
        JsonObject root = new JsonObject();
        root.add("auths", registries);
        return root + "\n";
    }

    /** Those that a hardened kubelet talks to. Without the API and the other hosts it would be of no use. */
    private static SortedSet<String> addresses(ClusterSpec spec, NodeSpec node) {
        SortedSet<String> addresses = new TreeSet<>();
        node.kubelet().onlyWith().ifPresent(chosen -> {
            addresses.addAll(
                    chosen.isEmpty()
                            ? Stream.concat(
                                            Stream.of("localhost", "link-local"),
                                            spec.network().ranges().stream()
                                                    .map(ranges -> ranges.pods().toString()))
                                    .toList()
                            : chosen);
            addresses.add(spec.endpoint().address().toString());
            spec.hosts().stream()
                    .flatMap(host -> host.addresses().stream())
                    .forEach(address -> addresses.add(address.toString()));
        });
        return addresses;
    }

    /** What every node has of the kubelet, whatever its role. */
    public static Map<Place, List<Leftover>> leftovers(ClusterSpec spec) {
        return Map.of(Place.NODES, KubeletLeftovers.all(spec));
    }

    private static Tasks configured(Tasks tasks) {
        return tasks.because(
                        DeploymentVariables.KUBERNETES_VERSION,
                        KubeletVariables.CGROUP_DRIVER,
                        KubeletVariables.FAIL_SWAP_ON,
                        KubeletVariables.SYSTEM_RESERVED,
                        KubeletVariables.KUBE_RESERVED,
                        KubeletVariables.KUBE_CGROUP,
                        KubeletVariables.SYSTEM_CGROUP,
                        KubeletVariables.TRACING,
                        KubeletVariables.MAX_PODS,
                        KubeletVariables.LOG_FILES,
                        KubeletVariables.LOG_FILE_SIZE,
                        KubeletVariables.RESOLV_CONF,
                        ResolverVariables.NAME_SERVERS,
                        ResolverVariables.SEARCH_DOMAINS,
                        DnsVariables.DOMAIN,
                        DnsVariables.NODE_LOCAL_ENABLED)
                .and(settings());
    }

    /**
     * Declares that the kubelet runs with its present files, and returns the task after which it does.
     *
     * @param startedBy the tasks that start it when they make its host a node
     */
    public static TaskId declareService(Deployment deployment, NodeSpec node, List<TaskId> startedBy, Tasks tasks) {
        String program = deployment.artifacts().programs() + "/kubelet";
        List<TaskId> needs = new ArrayList<>(startedBy);
        needs.add(TextFile.task(node.name(), UNIT_FILE));
        needs.add(TextFile.task(node.name(), KubeletConfiguration.FILE));
        needs.add(Program.task(node.name(), program));
        // Pods must never inherit the cluster's name servers, neither before nor after the host itself has them.
        needs.add(NameResolution.ready(node.host()));
        boolean hasServers = ResolvConfChoice.text(deployment.spec(), node).isPresent();
        if (hasServers) {
            needs.add(TextFile.task(node.name(), ResolvConfChoice.OF_INVENTORY));
        }
        node.kubelet().shutdown().ifPresent(_ -> needs.add(ShutdownDelay.task(node.name())));
        Service service = new Service(UNIT, List.of(UNIT_FILE, KubeletConfiguration.FILE), List.of(program), startedBy)
                .restartMeaning("pods keep running; the node's status is not updated for seconds");
        TaskId runs = configured(tasks)
                .and(NodeVariables.GARBAGE_COLLECTION)
                .add(node.host(), service, needs.toArray(TaskId[]::new));
        if (!hasServers) {
            tasks.because(ResolverVariables.ALL).add(node.host(), new AbsentFile(ResolvConfChoice.OF_INVENTORY), runs);
        }
        return runs;
    }
}
