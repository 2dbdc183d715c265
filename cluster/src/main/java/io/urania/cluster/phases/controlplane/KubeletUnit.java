package io.urania.cluster.phases.controlplane;

import io.urania.cluster.format.SystemdUnit;
import java.util.Collection;

/**
 * The kubelet's systemd unit: as kubeadm's own (kubeadm, "The kubelet drop-in file for systemd"), but that its
 * configuration is a file of Urania's, which differs by host; the file that kubeadm writes is the same for all nodes.
 */
final class KubeletUnit {

    private KubeletUnit() {}

    /**
     * The unit's text.
     *
     * @param programs the directory of Kubernetes' programs
     * @param runtime the unit of the container runtime
     * @param addresses those that the kubelet talks to; empty for all
     */
    static String text(String programs, String runtime, Collection<String> addresses) {
        return """
                [Unit]
                Description=kubelet, the node agent of Kubernetes
                Documentation=https://kubernetes.io/docs/
                Wants=network-online.target %2$s
                After=network-online.target %2$s
                StartLimitIntervalSec=0

                [Service]
                EnvironmentFile=-/var/lib/kubelet/kubeadm-flags.env
                ExecStart=%1$s \\
                    --bootstrap-kubeconfig=/etc/kubernetes/bootstrap-kubelet.conf \\
                    --kubeconfig=/etc/kubernetes/kubelet.conf \\
                    --config=%3$s \\
                    $KUBELET_KUBEADM_ARGS
                Restart=always
                RestartSec=2
                %4$s
                [Install]
                WantedBy=multi-user.target
                """.formatted(
                SystemdUnit.word(programs + "/kubelet"),
                runtime,
                KubeletConfiguration.FILE,
                addresses.isEmpty() ? "" : "IPAddressDeny=any\nIPAddressAllow=" + String.join(" ", addresses) + "\n");
    }
}
