package io.urania.cluster.benchmark;

import io.urania.cluster.spec.EtcdInstance;
import io.urania.cluster.spec.EtcdSpec;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a host tells of what the benchmark asks for.
 *
 * @param files the rights of files, by their paths
 * @param sums sha256 of certificates, by their paths
 * @param flags of programs that run, by their names, as the kernel shortens them
 * @param kubelet the kubelet's configuration; empty if there is none
 * @param etcds variables of the environment of each etcd, by its name
 * @param encryption with what API servers encrypt, a line for each kind of objects
 * @param metricsListeners where kube-proxy's metrics are served, as the kernel writes addresses
 */
public record HostSecurity(
        SortedMap<String, Rights> files,
        SortedMap<String, String> sums,
        Map<String, Map<String, String>> flags,
        Map<String, Object> kubelet,
        Map<String, Map<String, String>> etcds,
        List<String> encryption,
        List<String> metricsListeners) {

    public HostSecurity {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        sums = Collections.unmodifiableSortedMap(new TreeMap<>(sums));
        flags = Map.copyOf(flags);
        kubelet = Map.copyOf(kubelet);
        etcds = Map.copyOf(etcds);
        encryption = List.copyOf(encryption);
        metricsListeners = List.copyOf(metricsListeners);
    }

    /**
     * Who may do what with a file.
     *
     * @param mode permission bits
     * @param owner user and group: {@code root:root}
     */
    public record Rights(int mode, String owner) {

        /** Whether nobody may do more than with a file of this mode. */
        boolean isWithin(int most) {
            return (mode & ~most) == 0;
        }

        String octal() {
            return Integer.toOctalString(mode);
        }
    }

    /** The settings of an etcd, as variables of its environment; none if it has none here. */
    Map<String, String> etcd(EtcdSpec etcd, EtcdInstance instance) {
        return switch (etcd.deployment()) {
            case HOST -> etcds.getOrDefault(instance.name(), Map.of());
            case KUBEADM -> {
                Map<String, String> settings = new HashMap<>();
                flags.getOrDefault("etcd", Map.of())
                        .forEach((flag, value) -> settings.put(
                                "ETCD_" + flag.toUpperCase(Locale.ROOT).replace('-', '_'), value));
                yield settings;
            }
        };
    }

    /** The value of a program's flag; {@code true} for one without a value. */
    Optional<String> flag(String program, String name) {
        return Optional.ofNullable(flags.getOrDefault(program, Map.of()).get(name));
    }
}
