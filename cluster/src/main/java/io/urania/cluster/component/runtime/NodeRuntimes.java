package io.urania.cluster.component.runtime;

import static io.urania.cluster.variable.Variable.variable;

import io.urania.cluster.component.NodeRuntime;
import io.urania.cluster.component.runtime.containerd.Containerd;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.variable.Variable;
import io.urania.cluster.variable.type.ChoiceTypes;
import java.util.List;
import java.util.Map;

/** The container runtimes that there are, and the variable that chooses one. */
public final class NodeRuntimes {

    /** The one that most clusters have. */
    public static final NodeRuntime USUAL = new Containerd();

    /** The usual one first. */
    public static final List<NodeRuntime> ALL = List.of(USUAL);

    /** Which of them the nodes have. */
    public static final Variable<NodeRuntime> CHOICE = variable(
                    "container_manager", ChoiceTypes.choice(ALL, NodeRuntime::word, refused()))
            .means("the container runtime")
            .does("nodes: containerd is installed and kubelet uses its socket; docker and crio are refused")
            .otherwise(USUAL, USUAL.word());

    private NodeRuntimes() {}

    /** The one that a cluster's nodes have. */
    public static NodeRuntime of(ClusterSpec spec) {
        String word = spec.runtime().word();
        return ALL.stream()
                .filter(runtime -> runtime.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown container runtime " + word));
    }

    private static Map<String, String> refused() {
        return Map.of(
                "docker", "Kubernetes has not supported Docker since 1.24, and Urania never installs it",
                "crio", "Urania supports only containerd so far");
    }
}
