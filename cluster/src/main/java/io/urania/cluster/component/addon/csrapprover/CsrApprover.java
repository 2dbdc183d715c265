package io.urania.cluster.component.addon.csrapprover;

import static io.urania.cluster.variable.Variable.variable;

import com.google.gson.Gson;
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
import io.urania.cluster.variable.Scope;
import io.urania.cluster.variable.Variable;
import io.urania.cluster.variable.program.KubeletSettings;
import io.urania.cluster.variable.rows.ContainerVariables;
import io.urania.cluster.variable.type.ScalarTypes;
import io.urania.engine.batch.Payload;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Approves the serving certificates that kubelets ask for, for the names and addresses that the inventory has for each node. */
public final class CsrApprover implements AddOn {

    private static final ImageId IMAGE = ImageId.of("kubelet-csr-approver");

    private static final Variable<Boolean> ENABLED = variable("kubelet_csr_approver_enabled", ScalarTypes.truth())
            .scope(Scope.CONTROL_PLANE)
            .means("an approver of kubelets' serving certificates")
            .does(
                    "kubelet-csr-approver runs in namespace kube-system; it approves what a node of the inventory asks for its"
                            + " own names and addresses")
            .unlessSet("true where kubelet_rotate_server_certificates is");

    @Override
    public String name() {
        return "kubelet-csr-approver";
    }

    @Override
    public List<Variable<?>> variables() {
        return List.of(ENABLED);
    }

    @Override
    public List<Variable<?>> reads() {
        return List.of(ENABLED, KubeletSettings.SERVING_CERTIFICATES.variable(), ContainerVariables.IMAGE_PULL_POLICY);
    }

    @Override
    public List<Variable<?>> switches() {
        return List.of(ENABLED, KubeletSettings.SERVING_CERTIFICATES.variable());
    }

    @Override
    public Optional<AddOnSpec> read(Source source) {
        Variable<Boolean> certificates = KubeletSettings.SERVING_CERTIFICATES.variable();
        boolean isNeeded = source.membership().in(certificates.scope()).stream()
                .anyMatch(host -> source.variables().find(certificates, host).orElse(false));
        if (isNeeded && !source.find(ENABLED).orElse(true)) {
            source.warning(
                    source.position(ENABLED),
                    "kubelet_csr_approver_enabled is false, and kubelet_rotate_server_certificates is true",
                    "until somebody approves the requests, kubelets have no serving certificates: logs, exec and metrics fail",
                    "remove the line; or install another approver");
        }
        return source.find(ENABLED).orElse(isNeeded) ? Optional.of(new CsrApproverSpec()) : Optional.empty();
    }

    @Override
    public boolean isWanted(ClusterSpec spec) {
        return spec.addons().find(CsrApproverSpec.class).isPresent();
    }

    @Override
    public Optional<Manifest> manifest(ClusterDesign design) {
        String nodes = nodes(design.spec());
        Map<String, Object> values = new TreeMap<>();
        values.put("IMAGE", design.artifacts().reference(IMAGE));
        values.put("PULL_POLICY", design.spec().imagePullPolicy().word());
        values.put("CONTROL_PLANE", design.versions().controlPlane().labels().getFirst());
        values.put("NODES", nodes);
        values.put("SUM", Payload.text(nodes).sha256());
        return Optional.of(ManifestTemplate.beside(CsrApprover.class, name()).fill(values));
    }

    private static String nodes(ClusterSpec spec) {
        SortedMap<String, SortedSet<String>> nodes = new TreeMap<>();
        for (NodeSpec node : spec.nodes()) {
            SortedSet<String> names = new TreeSet<>(Set.of(node.name()));
            node.host().addresses().forEach(address -> names.add(address.toString()));
            nodes.put(node.name(), names);
        }
        return new Gson().toJson(nodes);
    }

    @Override
    public List<Proof> proofs() {
        return List.of(Proof.deployment(name()));
    }

    @Override
    public List<String> components() {
        return List.of(IMAGE.component());
    }

    @Override
    public List<ImageId> images(ClusterSpec spec, NodeSpec node) {
        return node.controlPlane() ? List.of(IMAGE) : List.of();
    }
}
