package io.urania.cluster.component.addon.metricsserver;

import io.urania.artifacts.component.ImageId;
import io.urania.cluster.component.AddOn;
import io.urania.cluster.component.HostPort;
import io.urania.cluster.component.Tolerations;
import io.urania.cluster.manifest.Manifest;
import io.urania.cluster.manifest.ManifestTemplate;
import io.urania.cluster.observation.Proof;
import io.urania.cluster.phase.ClusterDesign;
import io.urania.cluster.reader.source.Source;
import io.urania.cluster.spec.AddOnSpec;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.NodeSpec;
import io.urania.cluster.variable.Variable;
import io.urania.cluster.variable.rows.ContainerVariables;
import io.urania.engine.process.Listener.Protocol;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** metrics-server on a control plane host. */
public final class MetricsServer implements AddOn {

    private static final ImageId IMAGE = ImageId.of("metrics-server");
    private static final int KUBELET = 10250;

    @Override
    public String name() {
        return "metrics-server";
    }

    @Override
    public List<Variable<?>> variables() {
        return MetricsServerVariables.ALL;
    }

    @Override
    public List<Variable<?>> reads() {
        List<Variable<?>> read = new ArrayList<>(variables());
        read.add(ContainerVariables.IMAGE_PULL_POLICY);
        return List.copyOf(read);
    }

    @Override
    public List<Variable<?>> switches() {
        return List.of(MetricsServerVariables.ENABLED);
    }

    @Override
    public List<Variable<?>> shaping() {
        return variables().stream()
                .filter(variable -> !switches().contains(variable))
                .<Variable<?>>map(variable -> variable)
                .toList();
    }

    @Override
    public Optional<AddOnSpec> read(Source source) {
        MetricsServerSpec settings = new MetricsServerSpec(
                source.get(MetricsServerVariables.INSECURE_TLS),
                source.get(MetricsServerVariables.RESOLUTION),
                source.get(MetricsServerVariables.PREFERRED_ADDRESS_TYPES),
                source.get(MetricsServerVariables.REPLICAS),
                new MetricsServerSpec.Listening(
                        source.get(MetricsServerVariables.PORT), source.get(MetricsServerVariables.HOST_NETWORK)),
                new MetricsServerSpec.Resources(
                        source.get(MetricsServerVariables.CPU_REQUEST),
                        source.get(MetricsServerVariables.MEMORY_REQUEST),
                        source.find(MetricsServerVariables.CPU_LIMIT),
                        source.find(MetricsServerVariables.MEMORY_LIMIT)),
                new MetricsServerSpec.Placement(
                        source.get(MetricsServerVariables.NODE_SELECTOR),
                        source.get(MetricsServerVariables.TOLERATIONS),
                        source.get(MetricsServerVariables.AFFINITY)));
        if (source.get(MetricsServerVariables.ENABLED)
                && settings.listening().equals(new MetricsServerSpec.Listening(KUBELET, true))) {
            source.error(
                    source.positionOfEither(MetricsServerVariables.PORT, MetricsServerVariables.HOST_NETWORK),
                    "metrics_server_host_network is true, and metrics_server_container_port is " + KUBELET,
                    "on the node's network that port is the kubelet's",
                    "set metrics_server_container_port to a free port such as 4443");
        }
        return source.get(MetricsServerVariables.ENABLED) ? Optional.of(settings) : Optional.empty();
    }

    @Override
    public boolean isWanted(ClusterSpec spec) {
        return settings(spec).isPresent();
    }

    private static Optional<MetricsServerSpec> settings(ClusterSpec spec) {
        return spec.addons().find(MetricsServerSpec.class);
    }

    @Override
    public Optional<Manifest> manifest(ClusterDesign design) {
        MetricsServerSpec settings = settings(design.spec()).orElseThrow();
        Map<String, Object> values = new TreeMap<>();
        values.put("IMAGE", design.artifacts().reference(IMAGE));
        values.put("PULL_POLICY", design.spec().imagePullPolicy().word());
        values.put("ADDRESS_TYPES", settings.preferredAddressTypes());
        values.put("RESOLUTION", settings.resolution().toString());
        values.put("INSECURE_TLS", Boolean.toString(settings.insecureTls()));
        values.put("REPLICAS", settings.replicas() > 1 ? Optional.of(settings.replicas()) : Optional.empty());
        values.put("SPREAD", settings.replicas() > 1 ? Optional.of(spread()) : Optional.empty());
        values.put("PORT", settings.listening().port());
        values.put("HOST_NETWORK", settings.listening().hostNetwork() ? Optional.of(true) : Optional.empty());
        values.put("RESOURCES", settings.resources().tree());
        MetricsServerSpec.Placement placement = settings.placement();
        values.put(
                "NODE_SELECTOR",
                placement.nodeSelector().isEmpty()
                        ? Map.of(design.versions().controlPlane().labels().getFirst(), "")
                        : placement.nodeSelector());
        values.put("TOLERATIONS", tolerations(placement));
        values.put("AFFINITY", placement.affinity().isEmpty() ? Optional.empty() : Optional.of(placement.affinity()));
        return Optional.of(ManifestTemplate.beside(MetricsServer.class, name()).fill(values));
    }

    private static List<Object> tolerations(MetricsServerSpec.Placement placement) {
        List<Object> tolerations = Tolerations.ofControlPlane();
        tolerations.addAll(placement.tolerations());
        return tolerations;
    }

    /** One node has more than one pod only where there are too few nodes (Kubernetes, "Pod Topology Spread Constraints"). */
    private static List<Object> spread() {
        Map<String, Object> constraint = new LinkedHashMap<>();
        constraint.put("maxSkew", 1);
        constraint.put("topologyKey", "kubernetes.io/hostname");
        constraint.put("whenUnsatisfiable", "ScheduleAnyway");
        constraint.put("labelSelector", Map.of("matchLabels", Map.of("k8s-app", "metrics-server")));
        return List.of(constraint);
    }

    @Override
    public List<Proof> proofs() {
        return List.of(Proof.deployment(name()), Proof.api("v1beta1.metrics.k8s.io"));
    }

    @Override
    public List<String> components() {
        return List.of(IMAGE.component());
    }

    @Override
    public boolean isUsual() {
        return true;
    }

    @Override
    public List<HostPort> ports(ClusterSpec spec, NodeSpec node) {
        return settings(spec).map(MetricsServerSpec::listening).stream()
                .filter(listening ->
                        listening.hostNetwork() && !images(spec, node).isEmpty())
                .map(listening -> new HostPort(
                        Protocol.TCP, listening.port(), Optional.empty(), "metrics-server", Set.of("metrics-server")))
                .toList();
    }

    @Override
    public List<ImageId> images(ClusterSpec spec, NodeSpec node) {
        boolean isElsewhere = settings(spec)
                .filter(settings -> !settings.placement().nodeSelector().isEmpty())
                .isPresent();
        return node.controlPlane() || isElsewhere ? List.of(IMAGE) : List.of();
    }
}
