package io.urania.cluster.component.addon.helm;

import static io.urania.cluster.variable.Variable.variable;

import io.urania.cluster.component.AddOn;
import io.urania.cluster.leftover.Leftover;
import io.urania.cluster.manifest.Manifest;
import io.urania.cluster.phase.ClusterDesign;
import io.urania.cluster.phase.Deployment;
import io.urania.cluster.phase.PhaseDescription.Topic;
import io.urania.cluster.phase.Tasks;
import io.urania.cluster.reader.source.Source;
import io.urania.cluster.spec.AddOnSpec;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.NodeSpec;
import io.urania.cluster.variable.Scope;
import io.urania.cluster.variable.Variable;
import io.urania.cluster.variable.type.ScalarTypes;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Helm on control plane hosts, where the administrator's kubeconfig is: a program, and nothing in the cluster. */
public final class Helm implements AddOn {

    private static final String PROGRAM = "helm";

    private static final Variable<Boolean> ENABLED = variable("helm_enabled", ScalarTypes.truth())
            .scope(Scope.CONTROL_PLANE)
            .means("Helm on control plane hosts")
            .does("control plane: the helm binary, from the bundle")
            .otherwise(false);

    @Override
    public String name() {
        return PROGRAM;
    }

    @Override
    public List<Variable<?>> variables() {
        return List.of(ENABLED);
    }

    @Override
    public List<Variable<?>> reads() {
        return variables();
    }

    @Override
    public List<Variable<?>> switches() {
        return variables();
    }

    @Override
    public Optional<AddOnSpec> read(Source source) {
        return source.get(ENABLED) ? Optional.of(new HelmSpec()) : Optional.empty();
    }

    @Override
    public boolean isWanted(ClusterSpec spec) {
        return spec.addons().find(HelmSpec.class).isPresent();
    }

    @Override
    public boolean hasObjects() {
        return false;
    }

    @Override
    public Optional<Manifest> manifest(ClusterDesign design) {
        return Optional.empty();
    }

    @Override
    public List<String> components() {
        return List.of(PROGRAM);
    }

    @Override
    public void declare(Deployment deployment, Tasks tasks) {
        for (NodeSpec node : deployment.spec().controlPlane()) {
            tasks.because(ENABLED).add(node.host(), deployment.artifacts().program(PROGRAM));
        }
    }

    @Override
    public List<Leftover> leftovers(ClusterSpec spec) {
        return List.of(new Leftover.Written(spec.paths().programs() + "/" + PROGRAM));
    }

    @Override
    public Map<Topic, List<String>> details() {
        return Map.of(Topic.PROGRAMS, List.of(PROGRAM));
    }
}
