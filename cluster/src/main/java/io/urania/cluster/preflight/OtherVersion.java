package io.urania.cluster.preflight;

import io.urania.cluster.observation.ClusterView;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.HostSpec;
import io.urania.engine.fact.Question;
import java.util.List;

/** Programs would be replaced in any order, and kubelets would be newer than their API server for a while. */
record OtherVersion(ClusterView view) implements Rule {

    @Override
    public String id() {
        return "other-version";
    }

    @Override
    public RuleDescription description() {
        return new RuleDescription(
                List.of(Level.ERROR),
                "the cluster runs another version of Kubernetes",
                "this version of Urania does not upgrade",
                "set `kube_version` to the running version",
                "");
    }

    @Override
    public List<Question<?>> questions(ClusterSpec spec, HostSpec host) {
        return List.copyOf(view.questions(host));
    }

    @Override
    public List<Finding> findings(Situation situation) {
        String wanted = situation.spec().kubernetes().toString();
        return situation.spec().nodes().stream()
                .flatMap(node -> view.node(situation.book(), node.name()).stream())
                .filter(node -> !node.kubelet().isEmpty() && !node.kubelet().equals(wanted))
                .limit(1)
                .map(node -> error(
                        node.name(),
                        "it runs Kubernetes " + node.kubelet() + ", but the inventory asks for " + wanted,
                        "this version of Urania does not upgrade a cluster",
                        "set kube_version: " + node.kubelet() + ", or start over with: urania reset"))
                .toList();
    }
}
