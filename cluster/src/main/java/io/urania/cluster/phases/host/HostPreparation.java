package io.urania.cluster.phases.host;

import io.urania.artifacts.version.KubeProxyMode;
import io.urania.artifacts.version.PackageOrigin;
import io.urania.cluster.leftover.Leftover;
import io.urania.cluster.leftover.Stage;
import io.urania.cluster.phase.Deployment;
import io.urania.cluster.phase.Groundwork;
import io.urania.cluster.phase.OutsideProxies;
import io.urania.cluster.phase.Phase;
import io.urania.cluster.phase.PhaseDescription;
import io.urania.cluster.phase.PhaseDescription.Topic;
import io.urania.cluster.phase.Place;
import io.urania.cluster.phase.Tasks;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.HostSpec;
import io.urania.cluster.spec.NodeSpec;
import io.urania.cluster.system.Software;
import io.urania.cluster.system.registry.SoftwarePackages;
import io.urania.cluster.variable.Variable;
import io.urania.cluster.variable.program.KubeletSettings;
import io.urania.cluster.variable.rows.ApiServerVariables;
import io.urania.cluster.variable.rows.BalancerVariables;
import io.urania.cluster.variable.rows.BootVariables;
import io.urania.cluster.variable.rows.ClockVariables;
import io.urania.cluster.variable.rows.ConnectionVariables;
import io.urania.cluster.variable.rows.DeploymentVariables;
import io.urania.cluster.variable.rows.KubeletVariables;
import io.urania.cluster.variable.rows.NetworkVariables;
import io.urania.cluster.variable.rows.NodeVariables;
import io.urania.engine.plan.TaskId;
import io.urania.engine.resource.account.HostName;
import io.urania.engine.resource.file.BlockRemoval;
import io.urania.engine.resource.file.TextBlock;
import io.urania.engine.resource.kernel.KernelModules;
import io.urania.engine.resource.kernel.SwapBack;
import io.urania.engine.resource.kernel.SwapOff;
import io.urania.engine.resource.kernel.Sysctls;
import io.urania.engine.resource.packages.Packages;
import io.urania.engine.resource.service.Gate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every host gets its name and knows the others; nodes get what the kubelet asks of a system. */
public final class HostPreparation implements Phase {

    private static final String PACKAGES = "kubernetes";

    /** What kubeadm's preflight looks for on a node. */
    private static final List<Software> SOFTWARE = List.of(
            Software.CONNECTION_TRACKING,
            Software.BRIDGE_FILTER,
            Software.LINK_SETTINGS,
            Software.ROUTING,
            Software.PACKET_FILTER,
            Software.SOCKET_RELAY);

    /** The same, and what runs containers where the system's own does. */
    private static final List<Software> ALL_SOFTWARE = Stream.concat(
                    SOFTWARE.stream(), Stream.of(Software.CONTAINER_STARTER))
            .toList();

    /** The chapter in words. */
    public static final PhaseDescription DESCRIPTION = PhaseDescription.of(
                    "host preparation",
                    List.of(Place.ALL_HOSTS),
                    "Every host gets its hostname and resolves the others by name. Nodes also get the kernel modules, the kernel"
                            + " parameters and the packages that Kubernetes needs, and their swap is disabled; where the kernel has the memory cgroup off, it is enabled, and the host restarts. Where the inventory asks for it, hosts ask its"
                            + " name servers, a time service keeps the clock right, people have accounts, the SSH server has its settings, addresses are static, packages are upgraded, and services are off.")
            .reading(read())
            .with(
                    Topic.PACKAGES,
                    SoftwarePackages.of(Stream.concat(ALL_SOFTWARE.stream(), HostClock.SOFTWARE.stream())
                                    .toList())
                            .words())
            .with(
                    Topic.FILES,
                    Stream.concat(
                                    Stream.of(
                                            "/etc/hostname",
                                            "/etc/hosts",
                                            "/etc/modules-load.d/urania.conf",
                                            "/etc/sysctl.d/zz-urania.conf",
                                            "/etc/fstab",
                                            "/boot/firmware/cmdline.txt",
                                            "/boot/firmware/config.txt"),
                                    Stream.of(NameResolution.FILES, HostClock.FILES, HostAccess.FILES)
                                            .flatMap(List::stream))
                            .toList())
            .with(Topic.UNITS, HostClock.UNITS)
            .with(Topic.PORTS, List.of("123 (UDP): ntpd, with ntp_package ntp or ntpsec"));

    private static List<Variable<?>> read() {
        List<Variable<?>> read = new ArrayList<>(List.of(
                ConnectionVariables.IP,
                ConnectionVariables.IP6,
                ConnectionVariables.ACCESS_IP,
                ConnectionVariables.ACCESS_IP6,
                NetworkVariables.IPV6,
                BalancerVariables.DOMAIN_NAME,
                BalancerVariables.ADDRESS,
                KubeletVariables.FAIL_SWAP_ON,
                KubeletSettings.PROTECT_KERNEL_DEFAULTS.variable(),
                NodeVariables.SYSCTLS,
                ApiServerVariables.NODE_PORT_RANGE,
                NetworkVariables.PROXY_MODE,
                NetworkVariables.HTTP_PROXY,
                NetworkVariables.HTTPS_PROXY,
                NetworkVariables.NO_PROXY,
                NetworkVariables.ADDITIONAL_NO_PROXY));
        read.addAll(NameResolution.VARIABLES);
        read.addAll(BootVariables.ALL);
        read.addAll(ClockVariables.ALL);
        read.addAll(HostAccess.VARIABLES);
        read.addAll(HostUpkeep.VARIABLES);
        return List.copyOf(read);
    }

    private static final String HOSTS = "/etc/hosts";

    /** Where sysctls were until files of others could come after it. */
    private static final String FORMER_SYSCTLS = "/etc/sysctl.d/90-urania.conf";

    private final BiFunction<ClusterSpec, HostSpec, Gate> gates;

    /**
     * The phase.
     *
     * @param gates what has to be well around the restart of a host that others depend on, once there is a cluster
     */
    public HostPreparation(BiFunction<ClusterSpec, HostSpec, Gate> gates) {
        this.gates = gates;
    }

    @Override
    public PhaseDescription description() {
        return DESCRIPTION;
    }

    @Override
    public Map<Place, List<Leftover>> leftovers(ClusterSpec spec) {
        List<Leftover> everywhere = new ArrayList<>(List.of(
                new Leftover.Own(Stage.LAST, "Urania's block in " + HOSTS, BlockRemoval.script(HOSTS)),
                NameResolution.leftover(),
                new Leftover.Kept("/etc/hostname", "a host keeps its name"),
                new Leftover.Kept(
                        HostBoot.ARGUMENTS,
                        "what runs containers next needs the memory cgroup, too, and a restart would be due"),
                new Leftover.Kept(HostBoot.FIRMWARE, "they would be in force only after a restart")));
        spec.hosts()
                .forEach(host -> Optional.ofNullable(spec.clocks().get(host.name()))
                        .ifPresent(clock -> everywhere.addAll(new HostClock(spec, host, clock).leftovers())));
        spec.upkeep().values().forEach(upkeep -> everywhere.addAll(HostUpkeep.leftovers(upkeep)));
        spec.accesses().values().forEach(access -> everywhere.addAll(HostAccess.leftovers(access)));
        return Map.of(
                Place.NODES,
                List.of(
                        new Leftover.Removed(KernelModules.FILE),
                        new Leftover.Removed(Sysctls.FILE),
                        new Leftover.Removed(FORMER_SYSCTLS),
                        new Leftover.Own(Stage.RESTORE, "swap", SwapBack.script()),
                        new Leftover.Kept("packages for kubernetes", "distribution packages are kept"),
                        new Leftover.Kept("packages for the kernel", "distribution packages are kept"),
                        new Leftover.Kept("the choice of iptables", "other programs of the host use it too")),
                Place.ALL_HOSTS,
                everywhere.stream().distinct().toList());
    }

    @Override
    public void declare(Deployment deployment, Tasks tasks) {
        declare(deployment.groundwork(), tasks);
    }

    /** The same, for those who do nothing but prepare hosts. */
    public void declare(Groundwork ground, Tasks tasks) {
        ClusterSpec spec = ground.spec();
        String names = hostsLines(spec);
        HostBoot boot = new HostBoot(ground, gates);
        HostUpkeep upkeep = new HostUpkeep(spec, ground.view());
        for (HostSpec host : spec.hosts()) {
            Set<TaskId> upgraded = upkeep.declareUpgrade(host, boot.gate(host), tasks);
            boot.declare(host, upgraded, tasks);
            tasks.add(host, new HostName(host.shortName()));
            tasks.because(
                            ConnectionVariables.IP,
                            ConnectionVariables.ACCESS_IP,
                            BalancerVariables.DOMAIN_NAME,
                            BalancerVariables.ADDRESS)
                    .add(host, new TextBlock(HOSTS, names));
            HostAccess.declare(spec, host, tasks);
            NameResolution.declare(spec, host, tasks);
            Set<TaskId> installable = new LinkedHashSet<>(upgraded);
            installable.addAll(boot.started(host));
            installable.add(NameResolution.ready(host));
            upkeep.declare(host, installable, tasks);
            Optional.ofNullable(spec.clocks().get(host.name()))
                    .ifPresent(clock -> new HostClock(spec, host, clock).declare(tasks));
        }
        for (NodeSpec node : spec.nodes()) {
            Set<TaskId> started = boot.started(node.host());
            if (node.kubelet().failSwapOn()) {
                tasks.because(KubeletVariables.FAIL_SWAP_ON).add(node.host(), new SwapOff());
            }
            Set<TaskId> loadable = new LinkedHashSet<>(started);
            loadable.add(HostUpkeep.kernelPackages(node));
            TaskId modules = tasks.because(NetworkVariables.PROXY_MODE)
                    .add(node.host(), new KernelModules(modules(spec)), loadable.toArray(TaskId[]::new));
            tasks.because(
                            NodeVariables.SYSCTLS,
                            ApiServerVariables.NODE_PORT_RANGE,
                            KubeletSettings.PROTECT_KERNEL_DEFAULTS.variable(),
                            NetworkVariables.IPV6)
                    .add(node.host(), sysctls(spec, node), modules);
            TaskId installed = tasks.because(DeploymentVariables.KUBERNETES_VERSION)
                    .and(NetworkVariables.HTTP_PROXY, NetworkVariables.HTTPS_PROXY)
                    .add(
                            node.host(),
                            new Packages(PACKAGES, SoftwarePackages.of(software(ground)))
                                    .through(new OutsideProxies(spec).forPackages()),
                            Stream.concat(Stream.of(NameResolution.ready(node.host())), started.stream())
                                    .toArray(TaskId[]::new));
            upkeep.declareNode(node, Set.of(installed), tasks);
        }
    }

    /** The tasks after which a node may run containers. */
    public static Set<TaskId> readyFor(NodeSpec node) {
        return Set.of(
                new TaskId(node.name(), new KernelModules(List.of()).name()),
                new TaskId(node.name(), new Sysctls(new TreeMap<>()).name()),
                Packages.task(node.name(), PACKAGES));
    }

    /** The task after which a host knows the others by name. */
    public static TaskId names(HostSpec host) {
        return new TaskId(host.name(), new TextBlock(HOSTS, "").name());
    }

    /** The tasks after which the kubelet may start on a node. */
    public static Set<TaskId> readyForKubelet(NodeSpec node) {
        return node.kubelet().failSwapOn()
                ? Set.of(names(node.host()), new TaskId(node.name(), new SwapOff().name()))
                : Set.of(names(node.host()));
    }

    private static String hostsLines(ClusterSpec spec) {
        String lines = spec.hosts().stream()
                .map(host -> host.accessAddress() + " " + host.name()
                        + (host.shortName().equals(host.name()) ? "" : " " + host.shortName()) + "\n")
                .collect(Collectors.joining());
        return lines + spec.endpoint().address() + " " + spec.endpoint().domainName() + "\n";
    }

    /** The kernel modules that nodes need. */
    public static List<String> modules(ClusterSpec spec) {
        List<String> modules = new ArrayList<>(List.of("overlay", "br_netfilter"));
        if (spec.hasProxyMode(KubeProxyMode.IPVS)) {
            modules.addAll(List.of("ip_vs", "ip_vs_rr", "ip_vs_wrr", "ip_vs_sh", "nf_conntrack"));
        }
        return modules;
    }

    /**
     * The parameters that Kubernetes' installation guide asks for, and the inventory's; the kubelet sets those of memory itself. No
     * program of a host is given a port of services by chance, and each container can watch files: the kernel's usual 128 instances are
     * used up by some ten pods.
     */
    public static Sysctls sysctls(ClusterSpec spec, NodeSpec node) {
        TreeMap<String, String> values = new TreeMap<>(node.sysctls());
        values.putIfAbsent("net.ipv4.ip_local_reserved_ports", spec.apiServer().nodePortRange());
        values.putIfAbsent("fs.inotify.max_user_instances", "8192");
        values.putIfAbsent("fs.inotify.max_user_watches", "1048576");
        values.put("net.ipv4.ip_forward", "1");
        values.put("net.bridge.bridge-nf-call-iptables", "1");
        values.put("net.bridge.bridge-nf-call-ip6tables", "1");
        if (spec.network().hasIpv6()) {
            values.put("net.ipv6.conf.all.forwarding", "1");
            values.put("net.ipv6.conf.default.forwarding", "1");
        }
        return new Sysctls(values);
    }

    private static List<Software> software(Groundwork ground) {
        return ground.versions().runc() == PackageOrigin.DEBIAN ? ALL_SOFTWARE : SOFTWARE;
    }
}
