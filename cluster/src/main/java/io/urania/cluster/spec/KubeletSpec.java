package io.urania.cluster.spec;

import io.urania.cluster.value.CgroupDriver;
import io.urania.cluster.value.GoDuration;
import io.urania.cluster.value.Quantity;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Settings of the kubelet on one node.
 *
 * @param cgroupDriver who manages the pods' control groups; empty leaves the choice to the facts of the host
 * @param failSwapOn whether the kubelet refuses to start while swap is on
 * @param systemReserved what is kept for the operating system; empty if nothing is
 * @param kubeReserved what is kept for Kubernetes' own programs
 * @param maxPods most pods on the node
 * @param logFiles most log files kept per container
 * @param logFileSize size at which a container's log is rotated
 * @param resolvConf the host's file with the name servers that pods inherit; empty leaves the choice to the facts of the host
 * @param slice systemd's slice that kubelet and runtime run in; empty for its usual one
 * @param wants units that are started with the kubelet
 * @param onlyWith if it is hardened, the addresses that it talks to besides the cluster's hosts; empty for Urania's choice
 * @param further other fields of the kubelet's configuration, by their names
 */
public record KubeletSpec(
        Optional<CgroupDriver> cgroupDriver,
        boolean failSwapOn,
        Optional<Reservation> systemReserved,
        KubeReserved kubeReserved,
        int maxPods,
        int logFiles,
        Quantity logFileSize,
        Optional<String> resolvConf,
        Optional<String> slice,
        List<String> wants,
        Optional<List<String>> onlyWith,
        Map<String, Object> further) {

    /** The field with that. */
    public static final String SHUTDOWN = "shutdownGracePeriod";

    public KubeletSpec {
        wants = List.copyOf(wants);
        onlyWith = onlyWith.map(List::copyOf);
        further = Collections.unmodifiableMap(new TreeMap<>(further));
    }

    /** The control groups that reserved amounts are enforced on. */
    public List<String> reservedGroups() {
        return Stream.of("kubeReservedCgroup", "systemReservedCgroup")
                .map(further::get)
                .filter(Objects::nonNull)
                .map(Object::toString)
                .toList();
    }

    /** How long a shutdown of the host waits for pods; empty if it does not. */
    public Optional<Duration> shutdown() {
        return Optional.ofNullable(further.get(SHUTDOWN))
                .flatMap(text -> GoDuration.parse(text.toString()))
                .map(GoDuration::length)
                .filter(Duration::isPositive);
    }

    /** Whether its serving certificate is signed by the cluster's authority. */
    public boolean hasSignedCertificate() {
        return Boolean.TRUE.equals(further.get("serverTLSBootstrap"));
    }
}
