package io.urania.cluster.phases.controlplane;

import io.urania.cluster.observation.ClusterView;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.NodeSpec;
import io.urania.engine.fact.FactBook;
import io.urania.engine.fact.Question;
import io.urania.engine.resource.file.FileFact;
import io.urania.engine.resource.file.FileProbe;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether a host is a node: the cluster knows it, and the host has the files that joining leaves at its end. With only one
 * of both, a join did not end or one side was lost, and the host has to join again.
 *
 * @param spec what the cluster is to be
 */
record Membership(NodeSpec node, ClusterSpec spec, ClusterView view) {

    private static final String KUBELET = "/etc/kubernetes/kubelet.conf";
    private static final String LAST_MANIFEST = "/kube-scheduler.yaml";

    /** What must be known about the host; the cluster is asked on control plane hosts. */
    List<Question<?>> questions() {
        List<Question<?>> questions = new ArrayList<>(files());
        if (node.controlPlane()) {
            questions.add(view.probe().question());
        }
        return questions;
    }

    /**
     * Whether nothing is left to do for the host to be a node. Of a cluster that does not answer, as after a power cut, the
     * host's files alone tell: to join a node that has come back is an error for kubeadm. Of a host that does not answer
     * the cluster alone tells.
     */
    boolean isWhole(FactBook book) {
        return (isKnown(book) || view.isSilent(book))
                && (!book.knows(node.name()) || files().stream().allMatch(file -> isRegular(book, file)));
    }

    /** Whether the cluster has a node of this name. */
    boolean isKnown(FactBook book) {
        return view.node(book, node.name()).isPresent();
    }

    private List<Question<FileFact>> files() {
        if (!node.controlPlane()) {
            return List.of(FileProbe.at(KUBELET));
        }
        Question<FileFact> scheduler = FileProbe.at(spec.paths().manifests() + LAST_MANIFEST);
        return switch (spec.etcd().deployment()) {
            case HOST -> List.of(FileProbe.at(KUBELET), scheduler);
            case KUBEADM -> List.of(FileProbe.at(KUBELET), scheduler, FileProbe.at(EtcdPod.manifest(spec)));
        };
    }

    private boolean isRegular(FactBook book, Question<FileFact> file) {
        return book.of(node.name()).answer(file) instanceof FileFact.Regular;
    }
}
