package io.urania.cluster.phases.controlplane;

import io.urania.cluster.format.SystemdUnit;
import io.urania.cluster.spec.KubeletSpec;
import java.util.Collection;
import java.util.stream.Collectors;

/**
 * The kubelet's systemd unit: as kubeadm's own (kubeadm, "The kubelet drop-in file for systemd"), but that its
 * configuration is a file of Urania's, which differs by host; the file that kubeadm writes is the same for all nodes.
 */
final class KubeletUnit {

    private static final String HIERARCHIES = "cpu cpuacct cpuset hugetlb memory pids systemd";

    private KubeletUnit() {}

    /**
     * The unit's text.
     *
     * @param programs the directory of Kubernetes' programs
     * @param runtime the unit of the container runtime
     * @param logLevel verbosity of its log
     * @param kubelet what else the inventory asks for
     * @param addresses those that the kubelet talks to; empty for all
     * @param environment lines that set its environment
     */
    static String text(
            String programs,
            String runtime,
            int logLevel,
            KubeletSpec kubelet,
            Collection<String> addresses,
            String environment) {
        return """
                [Unit]
                Description=kubelet, the node agent of Kubernetes
                Documentation=https://kubernetes.io/docs/
                Wants=network-online.target %2$s
                After=network-online.target %2$s
                %5$sStartLimitIntervalSec=0

                [Service]
                EnvironmentFile=-/var/lib/kubelet/kubeadm-flags.env
                %9$s%8$sExecStart=%1$s \\
                    --bootstrap-kubeconfig=/etc/kubernetes/bootstrap-kubelet.conf \\
                    --kubeconfig=/etc/kubernetes/kubelet.conf \\
                    --config=%3$s \\
                    $KUBELET_KUBEADM_ARGS \\
                    --v=%7$d
                Restart=always
                RestartSec=2
                %6$s%4$s
                [Install]
                WantedBy=multi-user.target
                """.formatted(
                SystemdUnit.word(programs + "/kubelet"),
                runtime,
                KubeletConfiguration.FILE,
                addresses.isEmpty() ? "" : "IPAddressDeny=any\nIPAddressAllow=" + String.join(" ", addresses) + "\n",
                kubelet.wants().isEmpty() ? "" : "Wants=" + String.join(" ", kubelet.wants()) + "\n",
                kubelet.slice().map(slice -> "Slice=" + slice + "\n").orElse(""),
                logLevel,
                kubelet.reservedGroups().stream().map(KubeletUnit::made).collect(Collectors.joining()),
                environment);
    }

    /**
     * With version 1 of control groups nobody makes a group of reserved amounts in each hierarchy, and the kubelet does not start without
     * (Kubernetes documentation, "Reserve Compute Resources for System Daemons").
     */
    private static String made(String group) {
        return "ExecStartPre=/bin/sh -c 'for hierarchy in " + HIERARCHIES
                + "; do [ ! -d /sys/fs/cgroup/$$hierarchy ] || mkdir -p /sys/fs/cgroup/$$hierarchy" + group
                + "; done'\n";
    }
}
