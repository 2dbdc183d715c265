package io.urania.cluster.phases.controlplane;

import io.urania.cluster.leftover.Leftover;
import io.urania.cluster.leftover.Stage;
import io.urania.cluster.phases.etcd.EtcdData;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.engine.resource.service.ShutdownDelay;
import io.urania.engine.text.ResourceText;
import java.util.List;

/** What the kubelet, kubeadm and the pods of a node leave. */
final class KubeletLeftovers {

    private KubeletLeftovers() {}

    static List<Leftover> all(ClusterSpec spec) {
        String programs = spec.paths().programs();
        return List.of(
                new Leftover.Unit(Kubelets.UNIT),
                new Leftover.Own(
                        Stage.END,
                        "processes of pods",
                        ResourceText.beside(KubeletLeftovers.class, "pods-processes.sh")),
                new Leftover.Mounts("/var/lib/kubelet"),
                EtcdData.ofStaticPod(spec),
                new Leftover.Emptied("/etc/kubernetes"),
                new Leftover.Emptied("/var/lib/kubelet"),
                new Leftover.Removed("/run/urania"),
                new Leftover.Removed("/var/run/kubernetes"),
                new Leftover.Removed("/var/log/pods"),
                new Leftover.Removed("/var/log/containers"),
                new Leftover.Removed("/run/xtables.lock"),
                // The kubelet asks logind for the time that pods may take at a shutdown (KEP-2000).
                new Leftover.Removed("/etc/systemd/logind.conf.d/99-kubelet.conf"),
                new Leftover.Removed(ShutdownDelay.FILE),
                new Leftover.Written(Kubelets.UNIT_FILE),
                new Leftover.Written(programs + "/kubeadm"),
                new Leftover.Written(programs + "/kubectl"),
                new Leftover.Written(programs + "/kubelet"),
                new Leftover.Cleared("/etc/kubernetes"));
    }
}
