package io.urania.cluster.component.addon.metricsserver;

import io.urania.artifacts.component.ImageId;
import io.urania.cluster.component.AddOn;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** metrics-server on a control plane host. */
public final class MetricsServer implements AddOn {

    private static final ImageId IMAGE = ImageId.of("metrics-server");

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
    public Optional<AddOnSpec> read(Source source) {
        MetricsServerSpec settings = new MetricsServerSpec(
                source.get(MetricsServerVariables.INSECURE_TLS),
                source.get(MetricsServerVariables.RESOLUTION),
                source.get(MetricsServerVariables.PREFERRED_ADDRESS_TYPES));
        return source.get(MetricsServerVariables.ENABLED) ? Optional.of(settings) : Optional.empty();
    }

    @Override
    public boolean isWanted(ClusterSpec spec) {
        return spec.addons().find(MetricsServerSpec.class).isPresent();
    }

    @Override
    public Optional<Manifest> manifest(ClusterDesign design) {
        MetricsServerSpec settings =
                design.spec().addons().find(MetricsServerSpec.class).orElseThrow();
        Map<String, Object> values = new TreeMap<>();
        values.put("IMAGE", design.artifacts().reference(IMAGE));
        values.put("PULL_POLICY", design.spec().imagePullPolicy().word());
        values.put("CONTROL_PLANE", design.versions().controlPlane().labels().getFirst());
        values.put("ADDRESS_TYPES", settings.preferredAddressTypes());
        values.put("RESOLUTION", settings.resolution().toString());
        values.put("INSECURE_TLS", Boolean.toString(settings.insecureTls()));
        return Optional.of(ManifestTemplate.beside(MetricsServer.class, name()).fill(values));
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
    public List<ImageId> images(NodeSpec node) {
        return node.controlPlane() ? List.of(IMAGE) : List.of();
    }
}
