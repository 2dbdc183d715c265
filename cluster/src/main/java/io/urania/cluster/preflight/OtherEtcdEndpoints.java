package io.urania.cluster.preflight;

import io.urania.cluster.observation.MachineFact;
import io.urania.cluster.observation.MachineProbe;
import io.urania.cluster.pki.EtcdClient;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.NodeSpec;
import io.urania.engine.fact.Facts;
import io.urania.engine.fact.Question;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** An API server that is sent to another etcd does not find the objects that it had. */
record OtherEtcdEndpoints() implements NodeRule {

    @Override
    public String id() {
        return "other-etcd-endpoints";
    }

    @Override
    public RuleDescription description() {
        return new RuleDescription(
                List.of(Level.ERROR),
                "an API server uses other members than those of group etcd",
                "it would lose access to its objects",
                "set group etcd to the members that it uses",
                "");
    }

    @Override
    public List<Question<?>> questions(ClusterSpec spec, NodeSpec node) {
        return node.controlPlane() ? List.of(question(spec)) : List.of();
    }

    @Override
    public List<Finding> findings(NodeSpec node, Facts facts, Situation situation) {
        if (!node.controlPlane() || OtherEtcdDeployment.isFoundIn(situation)) {
            return List.of();
        }
        Set<String> wanted = wanted(situation.spec());
        List<String> others = facts.answer(question(situation.spec())).etcdEndpoints().stream()
                .filter(endpoint -> !wanted.contains(endpoint))
                .toList();
        return others.isEmpty()
                ? List.of()
                : List.of(error(
                        node.name(),
                        "its API server uses etcd at " + String.join(", ", others)
                                + ", and group etcd has no member there",
                        "connected to another etcd, it would lose access to its objects",
                        "set group etcd to the members that run, or start over with: urania reset"));
    }

    /** With an etcd of kubeadm's each API server uses the member on its own host. */
    private static Set<String> wanted(ClusterSpec spec) {
        return switch (spec.etcd().deployment()) {
            case HOST ->
                spec.etcd().members().stream()
                        .map(member -> member.clientUrl(spec.etcd().main()))
                        .collect(Collectors.toSet());
            case KUBEADM -> Set.of(EtcdClient.of(spec).endpoint(spec.etcd().main()));
        };
    }

    private static Question<MachineFact> question(ClusterSpec spec) {
        return MachineProbe.question(spec.paths().manifests());
    }
}
