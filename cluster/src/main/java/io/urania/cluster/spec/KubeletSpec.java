package io.urania.cluster.spec;

import io.urania.cluster.value.CgroupDriver;
import io.urania.cluster.value.Quantity;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Settings of the kubelet on one node.
 *
 * @param cgroupDriver who manages the pods' control groups; empty leaves the choice to the facts of the host
 * @param failSwapOn whether the kubelet refuses to start while swap is on
 * @param systemReserved what is kept for the operating system; empty if nothing is
 * @param kubeReserved what is kept for Kubernetes' own programs; empty if nothing is
 * @param maxPods most pods on the node
 * @param logFiles most log files kept per container
 * @param logFileSize size at which a container's log is rotated
 * @param resolvConf the host's file with the name servers that pods inherit; empty leaves the choice to the facts of the host
 * @param onlyWith if it is hardened, the addresses that it talks to besides the cluster's hosts; empty for Urania's choice
 * @param further other fields of the kubelet's configuration, by their names
 */
public record KubeletSpec(
        Optional<CgroupDriver> cgroupDriver,
        boolean failSwapOn,
        Optional<Reservation> systemReserved,
        Optional<Reservation> kubeReserved,
        int maxPods,
        int logFiles,
        Quantity logFileSize,
        Optional<String> resolvConf,
        Optional<List<String>> onlyWith,
        Map<String, Object> further) {

    public KubeletSpec {
        onlyWith = onlyWith.map(List::copyOf);
        further = Collections.unmodifiableMap(new TreeMap<>(further));
    }

    /** Whether its serving certificate is signed by the cluster's authority. */
    public boolean hasSignedCertificate() {
        return Boolean.TRUE.equals(further.get("serverTLSBootstrap"));
    }

    /** Memory and processor time that pods cannot have. */
    public record Reservation(Quantity memory, Quantity cpu) {}
}
