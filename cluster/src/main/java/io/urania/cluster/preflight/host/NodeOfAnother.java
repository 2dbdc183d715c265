package io.urania.cluster.preflight.host;

import io.urania.cluster.observation.KubeconfigServersProbe;
import io.urania.cluster.preflight.Finding;
import io.urania.cluster.preflight.HostRule;
import io.urania.cluster.preflight.Level;
import io.urania.cluster.preflight.RuleDescription;
import io.urania.cluster.preflight.Situation;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.HostSpec;
import io.urania.engine.fact.Facts;
import io.urania.engine.fact.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * No host has a kubelet's kubeconfig for an API server that is not of this cluster: kubeadm joins no host that has one, and a kubelet
 * would go on serving the other cluster.
 */
record NodeOfAnother() implements HostRule {

    @Override
    public String id() {
        return "node-of-another";
    }

    @Override
    public RuleDescription description() {
        return new RuleDescription(
                List.of(Level.ERROR),
                "the kubelet's kubeconfig names an API server of another cluster",
                "a host can be a node of one cluster only",
                "remove it from the other one",
                "kubeadm");
    }

    @Override
    public List<Question<?>> questions(ClusterSpec spec, HostSpec host) {
        return List.of(KubeconfigServersProbe.QUESTION);
    }

    @Override
    public List<Finding> findings(HostSpec host, Facts facts, Situation situation) {
        List<String> others = new ArrayList<>(facts.answer(KubeconfigServersProbe.QUESTION));
        others.removeAll(ours(situation.spec()));
        if (others.isEmpty()) {
            return List.of();
        }
        return List.of(error(
                host.name(),
                KubeconfigServersProbe.FILE + " belongs to a cluster at " + String.join(", ", others),
                "this cluster is at " + situation.spec().endpoint().url()
                        + ", and a host can be a node of one cluster only",
                "if the other cluster is abandoned, remove the host from it: kubeadm reset, or rm -r /etc/kubernetes"
                        + " /var/lib/kubelet; otherwise remove the host from the inventory"));
    }

    /** The cluster's address, and control plane hosts' own API servers, which kubeadm gives the kubelets beside them. */
    private static Set<String> ours(ClusterSpec spec) {
        Set<String> urls = new TreeSet<>(List.of(
                spec.endpoint().url(),
                "https://" + spec.endpoint().address().beforePort() + ":"
                        + spec.endpoint().port()));
        spec.controlPlane().forEach(node -> {
            urls.add("https://" + node.host().address().beforePort() + ":"
                    + spec.apiServer().port());
            urls.add("https://" + node.host().accessAddress().beforePort() + ":"
                    + spec.apiServer().port());
        });
        return urls;
    }
}
