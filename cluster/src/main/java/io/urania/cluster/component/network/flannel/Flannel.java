package io.urania.cluster.component.network.flannel;

import io.urania.artifacts.component.ImageId;
import io.urania.cluster.component.HostPort;
import io.urania.cluster.component.NetworkPlugin;
import io.urania.cluster.leftover.Leftover;
import io.urania.cluster.manifest.Manifest;
import io.urania.cluster.manifest.ManifestTemplate;
import io.urania.cluster.observation.Proof;
import io.urania.cluster.phase.ClusterDesign;
import io.urania.cluster.reader.source.Source;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.NetworkPluginSpec;
import io.urania.cluster.spec.NetworkSpec;
import io.urania.cluster.value.Address;
import io.urania.cluster.value.Quantity;
import io.urania.cluster.variable.Variable;
import io.urania.cluster.variable.rows.NetworkVariables;
import io.urania.engine.process.Listener.Protocol;
import io.urania.engine.resource.file.TextFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** flannel on every node: each has a part of the pods' network, and packets travel as the backend says. */
public final class Flannel implements NetworkPlugin {

    static final String WORD = "flannel";

    private static final ImageId IMAGE = ImageId.of(WORD);

    @Override
    public String word() {
        return WORD;
    }

    @Override
    public List<Variable<?>> variables() {
        return FlannelVariables.ALL;
    }

    @Override
    public List<Variable<?>> shaping() {
        return FlannelVariables.ALL;
    }

    @Override
    public NetworkPluginSpec read(Source source) {
        FlannelSpec settings = new FlannelSpec(
                source.get(FlannelVariables.BACKEND),
                source.get(FlannelVariables.VXLAN_IDENTIFIER),
                source.get(FlannelVariables.VXLAN_PORT),
                source.get(FlannelVariables.DIRECT_ROUTING),
                source.find(FlannelVariables.INTERFACE),
                source.find(FlannelVariables.INTERFACE_PATTERN),
                amounts(source, FlannelVariables.MEMORY_REQUEST, FlannelVariables.CPU_REQUEST),
                amounts(source, FlannelVariables.MEMORY_LIMIT, FlannelVariables.CPU_LIMIT));
        boolean isByName = settings.networkInterface()
                .filter(name -> Address.parse(name).isEmpty())
                .isPresent();
        if (!source.get(NetworkVariables.IPV4) && settings.backend() == FlannelBackend.HOST_GATEWAY && !isByName) {
            source.error(
                    source.positionOfEither(FlannelVariables.BACKEND, NetworkVariables.IPV4),
                    "flannel_backend_type is host-gw, and ipv4_stack is false",
                    "without IPv4, flannel's host-gw does not take an interface by its address, and would not start",
                    "set flannel_interface to the name of the interface between the nodes, or flannel_backend_type: vxlan");
        }
        return settings;
    }

    @Override
    public boolean canReplaceKubeProxy() {
        return false;
    }

    @Override
    public Manifest manifest(ClusterDesign design) {
        ClusterSpec spec = design.spec();
        FlannelSpec settings = settings(spec);
        Map<String, Object> values = new TreeMap<>();
        values.put("IMAGE", design.artifacts().reference(IMAGE));
        values.put("PULL_POLICY", spec.imagePullPolicy().word());
        values.put("NETWORKS", networks(spec.network()));
        values.put("BACKEND", backend(settings));
        values.put("INTERFACE", interfaceFlag(settings));
        values.put("RESOURCES", resources(settings));
        values.put("API_HOST", spec.endpoint().address().toString());
        values.put("API_PORT", Integer.toString(spec.endpoint().port()));
        return ManifestTemplate.beside(Flannel.class, WORD).fill(values);
    }

    @Override
    public List<Proof> proofs() {
        return List.of(Proof.daemonSet(WORD));
    }

    @Override
    public Optional<TextFile> cniList() {
        return Optional.of(TextFile.closed(CniList.FILE, _ -> CniList.text()));
    }

    @Override
    public List<String> components() {
        return List.of(IMAGE.component());
    }

    @Override
    public List<String> cniPrograms() {
        return List.of("flannel");
    }

    @Override
    public List<ImageId> images() {
        return List.of(IMAGE);
    }

    @Override
    public List<HostPort> ports(ClusterSpec spec) {
        FlannelSpec settings = settings(spec);
        return settings.backend() == FlannelBackend.VXLAN
                ? List.of(new HostPort(
                        Protocol.UDP, settings.vxlanPort(), Optional.empty(), "packets between nodes", Set.of()))
                : List.of();
    }

    @Override
    public List<String> portsInWords() {
        return List.of("flannel_vxlan_port (UDP): packets between nodes");
    }

    @Override
    public List<String> links() {
        return List.of("flannel.1", "flannel-v6.1");
    }

    @Override
    public List<Leftover> leftovers(ClusterSpec spec) {
        return List.of(
                new Leftover.Rules("FLANNEL-"), new Leftover.Rules("flanneld"), new Leftover.Removed("/run/flannel"));
    }

    private static SortedMap<String, String> amounts(Source source, Variable<Quantity> memory, Variable<Quantity> cpu) {
        SortedMap<String, String> amounts = new TreeMap<>();
        source.find(memory).ifPresent(amount -> amounts.put("memory", amount.toString()));
        source.find(cpu).ifPresent(amount -> amounts.put("cpu", amount.toString()));
        return amounts;
    }

    /** flannel finds the interface by a name, by an address on it, or by an expression that either matches. */
    private static String interfaceFlag(FlannelSpec settings) {
        return settings.networkInterface()
                .map(name -> "--iface=" + name)
                .or(() -> settings.interfacePattern().map(pattern -> "--iface-regex=" + pattern))
                .orElse("--iface=$(HOST_IP)");
    }

    private static Map<String, Object> resources(FlannelSpec settings) {
        Map<String, Object> resources = new TreeMap<>();
        if (!settings.limits().isEmpty()) {
            resources.put("limits", settings.limits());
        }
        if (!settings.requests().isEmpty()) {
            resources.put("requests", settings.requests());
        }
        return resources;
    }

    private static FlannelSpec settings(ClusterSpec spec) {
        return (FlannelSpec) spec.network().plugin();
    }

    private static String networks(NetworkSpec network) {
        String named = network.ranges().stream()
                .map(ranges -> "\"%s\": \"%s\"".formatted(ranges.isIpv6() ? "IPv6Network" : "Network", ranges.pods()))
                .collect(Collectors.joining(", "));
        return network.hasIpv6()
                ? "\"EnableIPv4\": %b, \"EnableIPv6\": true, %s".formatted(network.isDualStack(), named)
                : named;
    }

    private static String backend(FlannelSpec settings) {
        return switch (settings.backend()) {
            case VXLAN ->
                "{\"Type\": \"vxlan\", \"VNI\": %d, \"Port\": %d%s}"
                        .formatted(
                                settings.vxlanIdentifier(),
                                settings.vxlanPort(),
                                settings.directRouting() ? ", \"DirectRouting\": true" : "");
            case HOST_GATEWAY ->
                "{\"Type\": \"%s\"}".formatted(settings.backend().word());
        };
    }
}
