package io.urania.cluster.preflight;

import io.urania.cluster.observation.CertificateFact;
import io.urania.cluster.observation.CertificateProbe;
import io.urania.cluster.observation.ClusterView;
import io.urania.cluster.observation.KubeletIdentity;
import io.urania.cluster.observation.MachineFact;
import io.urania.cluster.observation.MachineProbe;
import io.urania.cluster.observation.NodeFact;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.HostSpec;
import io.urania.engine.fact.Facts;
import io.urania.engine.fact.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A machine is one node, and a node's name is for its life: a machine that joins a second time under another name leaves the first node
 * behind, and both fail (kubeadm issue 2974). Machines are told by the kubelet's own certificate, by address, and by machine id where no
 * two hosts have the same, as cards that were copied do.
 */
record OtherNode(ClusterView cluster) implements Rule {

    @Override
    public String id() {
        return "other-node";
    }

    @Override
    public RuleDescription description() {
        return new RuleDescription(
                List.of(Level.ERROR),
                "a host is a node under another name",
                "it would join a second time, and both fail",
                "restore its name, or reset it first",
                "kubeadm issue 2974");
    }

    @Override
    public List<Question<?>> questions(ClusterSpec spec, HostSpec host) {
        List<Question<?>> questions = new ArrayList<>();
        questions.add(CertificateProbe.at(KubeletIdentity.CERTIFICATE));
        questions.add(machine(spec));
        questions.addAll(cluster.questions(host));
        return questions;
    }

    @Override
    public List<Finding> findings(Situation situation) {
        List<NodeFact> nodes = cluster.nodes(situation.book());
        Map<String, Long> machines = situation.spec().hosts().stream()
                .flatMap(host -> machineOf(host, situation).stream())
                .collect(Collectors.groupingBy(id -> id, Collectors.counting()));
        List<Finding> findings = new ArrayList<>();
        for (HostSpec host : situation.spec().hosts()) {
            Optional<String> machine = machineOf(host, situation).filter(id -> machines.getOrDefault(id, 0L) == 1);
            kubeletName(host, situation)
                    .or(() -> nodes.stream()
                            .filter(node -> isOn(node, host, machine))
                            .map(NodeFact::name)
                            .sorted((one, _) -> one.equals(host.name()) ? -1 : 1)
                            .findFirst())
                    .filter(name -> !name.equals(host.name()))
                    .ifPresent(name -> findings.add(error(
                            host.name(),
                            host.address() + " is node " + name,
                            "a machine that joins under a second name is two nodes to the cluster, and neither works",
                            "name the host " + name
                                    + " in the inventory; to rename it, remove the node first: kubectl drain "
                                    + name + " --ignore-daemonsets, kubectl delete node " + name
                                    + ", and run on the host: kubeadm reset")));
        }
        return findings;
    }

    /** The name under which a host's kubelet runs. */
    private static Optional<String> kubeletName(HostSpec host, Situation situation) {
        return find(host, situation, CertificateProbe.at(KubeletIdentity.CERTIFICATE))
                .flatMap(CertificateFact::present)
                .flatMap(KubeletIdentity::nodeName);
    }

    private static Optional<String> machineOf(HostSpec host, Situation situation) {
        return find(host, situation, machine(situation.spec()))
                .map(MachineFact::id)
                .filter(id -> !id.isEmpty());
    }

    private static boolean isOn(NodeFact node, HostSpec host, Optional<String> machine) {
        return node.addresses().contains(host.address().toString())
                || machine.filter(node.machine()::equals).isPresent();
    }

    private static Question<MachineFact> machine(ClusterSpec spec) {
        return MachineProbe.question(spec.paths().manifests());
    }

    private static <T> Optional<T> find(HostSpec host, Situation situation, Question<T> question) {
        return Optional.of(situation.book())
                .filter(book -> book.knows(host.name()))
                .map(book -> book.of(host.name()))
                .flatMap((Facts facts) -> facts.find(question));
    }
}
