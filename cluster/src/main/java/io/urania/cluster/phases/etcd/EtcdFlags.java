package io.urania.cluster.phases.etcd;

import io.urania.artifacts.KubernetesVersion;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.EtcdSpec;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * etcd's settings as flags, for members that kubeadm runs: each variable of etcd's environment is a flag of the same name (etcd documentation,
 * "Configuration options"). They take the place of those that kubeadm sets itself, and are the same for all members.
 */
public final class EtcdFlags {

    /**
     * The first minor whose kubeadm sets the flags of etcd 3.6 (kubernetes 132838). Those before set flags that etcd 3.6 still takes, but not beside
     * what has taken their place ("cannot specify both flags", server/embed/config.go).
     */
    private static final int FLAGS_OF_ETCD_3_6 = 34;

    private static final String GATES = "feature-gates";
    private static final String CHECK = "InitialCorruptCheck";

    private EtcdFlags() {}

    /** The flags of a cluster's members, without dashes. */
    public static SortedMap<String, String> of(ClusterSpec spec) {
        EtcdSpec etcd = spec.etcd();
        SortedMap<String, String> flags = new TreeMap<>();
        EtcdEnvironment.ofEveryMember(etcd).forEach((name, value) -> flags.put(flag(name), value));
        flags.put("client-cert-auth", Boolean.toString(etcd.clientAuthentication()));
        flags.put("peer-client-cert-auth", Boolean.toString(etcd.peerClientAuthentication()));
        boolean ipv6 = spec.firstControlPlane().host().address().isIpv6();
        etcd.metricsPort()
                .ifPresent(
                        port -> flags.put("listen-metrics-urls", "http://" + (ipv6 ? "[::]" : "0.0.0.0") + ":" + port));
        etcd.further().forEach((name, value) -> flags.put(flag(name), value));
        flags.putIfAbsent(GATES, CHECK + "=false");
        return spelled(flags, spec.kubernetes());
    }

    /** {@code ETCD_LOG_LEVEL} is {@code log-level}. */
    private static String flag(String variable) {
        return variable.substring("ETCD_".length()).toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static SortedMap<String, String> spelled(SortedMap<String, String> flags, KubernetesVersion kubernetes) {
        if (kubernetes.minor() >= FLAGS_OF_ETCD_3_6) {
            return Collections.unmodifiableSortedMap(flags);
        }
        Map<Boolean, List<String>> gates = Stream.of(
                        flags.getOrDefault(GATES, "").split(",", -1))
                .filter(gate -> !gate.isEmpty())
                .collect(Collectors.partitioningBy(gate -> gate.startsWith(CHECK + "=")));
        List<String> others = gates.getOrDefault(false, List.of());
        flags.remove(GATES);
        if (!others.isEmpty()) {
            flags.put(GATES, String.join(",", others));
        }
        boolean checks = gates.getOrDefault(true, List.of()).contains(CHECK + "=true");
        flags.put("experimental-initial-corrupt-check", Boolean.toString(checks));
        String interval = flags.remove("watch-progress-notify-interval");
        if (interval != null) {
            flags.put("experimental-watch-progress-notify-interval", interval);
        }
        return Collections.unmodifiableSortedMap(flags);
    }
}
