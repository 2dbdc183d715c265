package io.urania.cluster.component.addon.nodelocaldns;

import io.urania.artifacts.component.ImageId;
import io.urania.cluster.component.AddOn;
import io.urania.cluster.component.HostPort;
import io.urania.cluster.component.addon.coredns.CoreDns;
import io.urania.cluster.component.addon.coredns.Corefile;
import io.urania.cluster.leftover.Leftover;
import io.urania.cluster.leftover.Stage;
import io.urania.cluster.manifest.Manifest;
import io.urania.cluster.manifest.ManifestTemplate;
import io.urania.cluster.observation.Proof;
import io.urania.cluster.phase.ClusterDesign;
import io.urania.cluster.phase.Deployment;
import io.urania.cluster.phase.PhaseDescription.Topic;
import io.urania.cluster.phase.Tasks;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.NodeSpec;
import io.urania.cluster.spec.dns.CorefileSpec;
import io.urania.cluster.spec.dns.DnsSpec;
import io.urania.cluster.spec.dns.NodeLocalSpec;
import io.urania.cluster.value.Address;
import io.urania.cluster.variable.Variable;
import io.urania.cluster.variable.rows.ContainerVariables;
import io.urania.cluster.variable.rows.CorefileVariables;
import io.urania.cluster.variable.rows.DnsVariables;
import io.urania.cluster.variable.rows.NodeLocalVariables;
import io.urania.cluster.variable.rows.ResolverVariables;
import io.urania.engine.plan.TaskId;
import io.urania.engine.process.Listener.Protocol;
import io.urania.engine.resource.file.TextFile;
import io.urania.engine.resource.service.Service;
import io.urania.engine.shell.Shell;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A cache of names on every node, bound to a link-local address; or the second one, which answers there while the first is away. */
public final class NodeLocalDns implements AddOn {

    private static final int NAMES = 53;

    /** Seconds after the cache has lingered until the kubelet kills it. */
    private static final int STOP = 5;

    private static final String UNIT = "urania-node-local-dns.service";
    private static final String UNIT_FILE = "/etc/systemd/system/urania-node-local-dns.service";

    private final Instance instance;

    private NodeLocalDns(Instance instance) {
        this.instance = instance;
    }

    /** The cache that most clusters have. */
    public static NodeLocalDns first() {
        return new NodeLocalDns(Instance.FIRST);
    }

    /** The second cache, which answers while the first is updated. */
    public static NodeLocalDns second() {
        return new NodeLocalDns(Instance.SECOND);
    }

    @Override
    public String name() {
        return instance.objects();
    }

    @Override
    public List<Variable<?>> reads() {
        List<Variable<?>> read = new ArrayList<>(switches());
        read.addAll(List.of(DnsVariables.NODE_LOCAL_ADDRESS, ContainerVariables.IMAGE_PULL_POLICY));
        read.addAll(shaping());
        return List.copyOf(read);
    }

    @Override
    public List<Variable<?>> shaping() {
        List<Variable<?>> shaping = new ArrayList<>(List.of(
                DnsVariables.DOMAIN, DnsVariables.SERVICE, DnsVariables.UPSTREAM, ResolverVariables.NAME_SERVERS));
        shaping.addAll(CorefileVariables.NODE_LOCAL);
        shaping.addAll(instance.variables());
        shaping.add(NodeLocalVariables.METRICS_ON_HOST);
        return List.copyOf(shaping);
    }

    @Override
    public List<Variable<?>> switches() {
        return switch (instance) {
            case FIRST -> List.of(DnsVariables.NODE_LOCAL_ENABLED);
            case SECOND -> List.of(DnsVariables.NODE_LOCAL_ENABLED, NodeLocalVariables.SECOND);
        };
    }

    @Override
    public boolean isWanted(ClusterSpec spec) {
        return spec.dns().nodeLocal().flatMap(instance::of).isPresent();
    }

    @Override
    public Optional<Manifest> manifest(ClusterDesign design) {
        DnsSpec dns = design.spec().dns();
        NodeLocalSpec nodeLocal = cache(design.spec());
        Map<String, Object> values = new TreeMap<>();
        values.put("IMAGE", design.artifacts().reference(CoreDns.IMAGE));
        values.put("PULL_POLICY", design.spec().imagePullPolicy().word());
        NodeLocalSpec.Instance ports = instance.of(nodeLocal).orElseThrow();
        values.put("NAME", name());
        values.put("ADDRESS", nodeLocal.address().toString());
        values.put("HEALTH_PORT", ports.healthPort());
        values.put("COREFILE", corefile(dns, nodeLocal, ports));
        values.put("RESOURCES", nodeLocal.resources().tree());
        values.put("ENVIRONMENT", nodeLocal.metricsOnHost() ? Optional.of(environment()) : Optional.empty());
        values.put("GRACE", instance == Instance.SECOND ? Optional.of(ports.lingerSeconds() + STOP) : Optional.empty());
        return Optional.of(ManifestTemplate.beside(NodeLocalDns.class, "node-local-dns")
                .as(name())
                .fill(values));
    }

    private static String corefile(DnsSpec dns, NodeLocalSpec cache, NodeLocalSpec.Instance ports) {
        CorefileSpec spec = cache.corefile();
        String own = cache.address().beforePort();
        String metrics = "prometheus " + (cache.metricsOnHost() ? hostAddress(dns) : own) + ":" + ports.metricsPort();
        return new Corefile()
                .zones(spec, 53, 30, Optional.of(cache.address()))
                .open(Corefile.domains(dns, spec, ":53") + " in-addr.arpa:53 ip6.arpa:53")
                .line("errors")
                .line("bind " + cache.address())
                .hosts(spec)
                .open("cache")
                .line("success 9984 30")
                .line("denial 9984 5")
                .close()
                .open("forward . "
                        + dns.services().stream().map(Address::toString).collect(Collectors.joining(" ")))
                .line("force_tcp")
                .close()
                .line(metrics)
                .health(own + ":" + ports.healthPort(), ports.lingerSeconds())
                .line("reload")
                .close()
                .open(".:53")
                .lines(Corefile.block(spec, CorefileSpec.Block.ADDITIONAL))
                .line("errors")
                .line("bind " + cache.address())
                .hosts(spec)
                .line("cache 30")
                .upstream(dns, spec, List.of())
                .line(metrics)
                .line("reload")
                .close()
                .toString();
    }

    /** The node's address, as the Downward API gives it to the pod: services are of the same family. */
    private static String hostAddress(DnsSpec dns) {
        return dns.service().isIpv6() ? "[{$HOST_ADDRESS}]" : "{$HOST_ADDRESS}";
    }

    private static List<Object> environment() {
        Map<String, Object> variable = new LinkedHashMap<>();
        variable.put("name", "HOST_ADDRESS");
        variable.put(
                "valueFrom", new TreeMap<>(Map.of("fieldRef", new TreeMap<>(Map.of("fieldPath", "status.hostIP")))));
        return List.of(variable);
    }

    /** The cache's address is in their resolv.conf. */
    @Override
    public boolean isNeededByRunningPods() {
        return instance == Instance.FIRST;
    }

    @Override
    public List<Proof> proofs() {
        return List.of(Proof.daemonSet(name()));
    }

    @Override
    public List<String> components() {
        return List.of(CoreDns.IMAGE.component());
    }

    @Override
    public boolean isUsual() {
        return true;
    }

    @Override
    public List<ImageId> images(ClusterSpec spec, NodeSpec node) {
        return List.of(CoreDns.IMAGE);
    }

    @Override
    public List<HostPort> ports(ClusterSpec spec, NodeSpec node) {
        NodeLocalSpec cache = cache(spec);
        NodeLocalSpec.Instance own = instance.of(cache).orElseThrow();
        Optional<Address> address = Optional.of(cache.address());
        List<HostPort> ports = new ArrayList<>();
        if (instance == Instance.FIRST) {
            ports.add(port(Protocol.UDP, NAMES, address, "the node-local DNS cache"));
            ports.add(port(Protocol.TCP, NAMES, address, "the node-local DNS cache"));
        }
        String which =
                instance == Instance.FIRST ? "the node-local DNS cache's " : "the second node-local DNS cache's ";
        ports.add(port(Protocol.TCP, own.healthPort(), address, which + "health"));
        Optional<Address> metrics = cache.metricsOnHost() ? Optional.empty() : address;
        ports.add(port(Protocol.TCP, own.metricsPort(), metrics, which + "metrics"));
        return List.copyOf(ports);
    }

    private static HostPort port(Protocol protocol, int number, Optional<Address> address, String purpose) {
        return new HostPort(protocol, number, address, purpose, Set.of("coredns"));
    }

    @Override
    public void declare(Deployment deployment, Tasks tasks) {
        if (instance == Instance.SECOND) {
            return;
        }
        NodeLocalSpec nodeLocal = cache(deployment.spec());
        deployment.spec().nodes().forEach(node -> declareAddress(node, nodeLocal, tasks));
    }

    @Override
    public List<Leftover> leftovers(ClusterSpec spec) {
        if (instance == Instance.SECOND) {
            return List.of();
        }
        Address address = spec.dns()
                .nodeLocal()
                .map(NodeLocalSpec::address)
                .orElseGet(() -> DnsVariables.NODE_LOCAL_ADDRESS.fallback().orElseThrow());
        return List.of(
                new Leftover.Unit(UNIT),
                new Leftover.Own(
                        Stage.DISCONNECT,
                        "the address of the cache",
                        "ip address delete " + Shell.quote(address.alone().toString()) + " dev lo 2>/dev/null || :\n"),
                new Leftover.Written(UNIT_FILE));
    }

    @Override
    public Map<Topic, List<String>> details() {
        return switch (instance) {
            case FIRST ->
                Map.of(
                        Topic.FILES,
                        List.of(UNIT_FILE),
                        Topic.UNITS,
                        List.of(UNIT),
                        Topic.PORTS,
                        List.of("53 on nodelocaldns_ip: DNS", "nodelocaldns_health_port: health check"));
            case SECOND ->
                Map.of(
                        Topic.PORTS,
                        List.of("nodelocaldns_second_health_port: health check of the second cache, if there is one"));
        };
    }

    private static NodeLocalSpec cache(ClusterSpec spec) {
        return spec.dns().nodeLocal().orElseThrow();
    }

    private static void declareAddress(NodeSpec node, NodeLocalSpec nodeLocal, Tasks tasks) {
        TaskId file = tasks.because(DnsVariables.NODE_LOCAL_ENABLED, DnsVariables.NODE_LOCAL_ADDRESS)
                .add(node.host(), TextFile.of(UNIT_FILE, unit(nodeLocal)));
        Service address = Service.of(UNIT, List.of(UNIT_FILE), List.of())
                .restartMeaning("DNS queries from pods of this node fail for a moment");
        tasks.because(DnsVariables.NODE_LOCAL_ENABLED, DnsVariables.NODE_LOCAL_ADDRESS)
                .add(node.host(), address, file);
    }

    /** The task after which a node has the cache's address: until the cache is there, nobody is kept waiting by it. */
    public static TaskId address(NodeSpec node) {
        return Service.task(node.name(), UNIT);
    }

    /** The address goes on the loopback interface: every kernel has it, and it is never down. */
    private static String unit(NodeLocalSpec nodeLocal) {
        return """
                [Unit]
                Description=Address of the node-local DNS cache
                Before=kubelet.service

                [Service]
                Type=oneshot
                RemainAfterExit=yes
                ExecStart=ip address replace %1$s dev lo
                ExecStop=ip address delete %1$s dev lo

                [Install]
                WantedBy=multi-user.target
                """.formatted(nodeLocal.address().alone());
    }
}
