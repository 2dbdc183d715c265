package io.urania.cluster.reader;

import io.urania.artifacts.KubernetesVersion;
import io.urania.cluster.reader.source.Source;
import io.urania.cluster.spec.KubeReserved;
import io.urania.cluster.spec.KubeletSpec;
import io.urania.cluster.spec.Reservation;
import io.urania.cluster.value.Quantity;
import io.urania.cluster.variable.Variable;
import io.urania.cluster.variable.VariableReader;
import io.urania.cluster.variable.program.KubeletSetting;
import io.urania.cluster.variable.program.KubeletSettings;
import io.urania.cluster.variable.rows.DeploymentVariables;
import io.urania.cluster.variable.rows.KubeletVariables;
import io.urania.inventory.problem.Position;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the kubelet's settings of one node. */
final class KubeletReader {
    /** Fields without which a node of Urania's would not work or would be open, by what to set instead. */
    private static final OwnSettings OURS = new OwnSettings(
            "field of the kubelet's configuration",
            Map.ofEntries(
                    Map.entry("apiVersion", ""),
                    Map.entry("kind", ""),
                    Map.entry("authentication", ""),
                    Map.entry("authorization", ""),
                    Map.entry("cgroupDriver", "set kubelet_cgroup_driver"),
                    Map.entry("clusterDNS", "set skydns_server or nodelocaldns_ip"),
                    Map.entry("clusterDomain", "set dns_domain"),
                    Map.entry("containerLogMaxFiles", "set kubelet_logfiles_max_nr"),
                    Map.entry("containerLogMaxSize", "set kubelet_logfiles_max_size"),
                    Map.entry("containerRuntimeEndpoint", "set container_manager"),
                    Map.entry("failSwapOn", "set kubelet_fail_swap_on"),
                    Map.entry("healthzBindAddress", ""),
                    Map.entry("healthzPort", ""),
                    Map.entry("maxPods", "set kubelet_max_pods"),
                    Map.entry("port", ""),
                    Map.entry("readOnlyPort", "set kube_read_only_port"),
                    Map.entry("resolvConf", "set kube_resolv_conf"),
                    Map.entry("rotateCertificates", ""),
                    Map.entry("serverTLSBootstrap", "set kubelet_rotate_server_certificates"),
                    Map.entry("staticPodPath", "")));

    /** The first minor version whose kubelets wait for pods when a host is shut down (KEP-2000). */
    private static final int GRACEFUL_SHUTDOWN = 21;

    private static final Map<String, String> SHUTDOWN =
            Map.of(KubeletSpec.SHUTDOWN, "60s", "shutdownGracePeriodCriticalPods", "20s");

    private static final String FIELD = "[a-z][A-Za-z0-9]*";

    private final Source source;
    private final VariableReader variables;
    private final KubernetesVersion kubernetes;

    KubeletReader(Source source) {
        this.source = source;
        this.variables = source.variables();
        this.kubernetes = source.get(DeploymentVariables.KUBERNETES_VERSION);
    }

    KubeletSpec read(String host, boolean controlPlane) {
        return new KubeletSpec(
                variables.find(KubeletVariables.CGROUP_DRIVER, host),
                variables.get(KubeletVariables.FAIL_SWAP_ON, host),
                systemReserved(host, controlPlane),
                kubeReserved(host, controlPlane),
                variables.get(KubeletVariables.MAX_PODS, host),
                variables.get(KubeletVariables.LOG_FILES, host),
                variables.get(KubeletVariables.LOG_FILE_SIZE, host),
                variables.find(KubeletVariables.RESOLV_CONF, host),
                variables.find(KubeletVariables.KUBE_SLICE, host).filter(_ -> isKubeReserved(host)),
                variables.get(KubeletVariables.WANTS, host),
                onlyWith(host),
                further(host));
    }

    private Optional<List<String>> onlyWith(String host) {
        List<String> addresses =
                variables.find(KubeletVariables.ADDRESSES, host).orElse(List.of());
        return variables.get(KubeletVariables.HARDENED, host) ? Optional.of(addresses) : Optional.empty();
    }

    private Map<String, Object> further(String host) {
        Map<String, Object> fields = new LinkedHashMap<>(reservedGroups(host));
        KubeletSettings.READ.forEach(setting -> fields.putAll(fields(setting, host)));
        fields.putAll(tracing(host));
        if (kubernetes.minor() >= GRACEFUL_SHUTDOWN && Collections.disjoint(SHUTDOWN.keySet(), fields.keySet())) {
            fields.putAll(SHUTDOWN);
        }
        variables.get(KubeletSettings.EXTRA, host).forEach((field, value) -> {
            @Nullable
            Position position = variables.position(KubeletSettings.EXTRA, host).orElse(null);
            if (!field.matches(FIELD)) {
                source.error(
                        position,
                        KubeletSettings.EXTRA.name() + " has '" + field + "', which is not a field's name",
                        "the kubelet would not start; its fields are letters and digits, such as maxOpenFiles",
                        "correct the name");
            } else if (!OURS.refuses(field, KubeletSettings.EXTRA.name(), position, source)) {
                fields.put(field, value);
            }
        });
        return fields;
    }

    private Map<String, Object> tracing(String host) {
        Map<String, Object> tracing = new TreeMap<>();
        tracing.put("endpoint", variables.get(KubeletVariables.TRACING_ENDPOINT, host));
        tracing.put("samplingRatePerMillion", variables.get(KubeletVariables.TRACING_RATE, host));
        return variables.get(KubeletVariables.TRACING, host)
                        && KubeletVariables.TRACING.lifetime().contains(kubernetes)
                ? Map.of("tracing", tracing)
                : Map.of();
    }

    private <T> Map<String, Object> fields(KubeletSetting<T> setting, String host) {
        return variables
                .find(setting.variable(), host)
                .filter(_ -> setting.variable().lifetime().contains(kubernetes))
                .map(setting.fields())
                .orElse(Map.of());
    }

    private Optional<Reservation> systemReserved(String host, boolean controlPlane) {
        Reservation reservation = new Reservation(
                amount(
                        host,
                        controlPlane,
                        KubeletVariables.SYSTEM_CONTROL_PLANE_MEMORY,
                        KubeletVariables.SYSTEM_MEMORY),
                amount(host, controlPlane, KubeletVariables.SYSTEM_CONTROL_PLANE_CPU, KubeletVariables.SYSTEM_CPU),
                variables.get(KubeletVariables.SYSTEM_STORAGE, host),
                variables.get(KubeletVariables.SYSTEM_PROCESSES, host));
        return variables.get(KubeletVariables.SYSTEM_RESERVED, host) ? Optional.of(reservation) : Optional.empty();
    }

    private KubeReserved kubeReserved(String host, boolean controlPlane) {
        Reservation reservation = new Reservation(
                amount(host, controlPlane, KubeletVariables.KUBE_CONTROL_PLANE_MEMORY, KubeletVariables.KUBE_MEMORY),
                amount(host, controlPlane, KubeletVariables.KUBE_CONTROL_PLANE_CPU, KubeletVariables.KUBE_CPU),
                variables.get(KubeletVariables.KUBE_STORAGE, host),
                variables.get(KubeletVariables.KUBE_PROCESSES, host));
        return variables
                .find(KubeletVariables.KUBE_RESERVED, host)
                .<KubeReserved>map(
                        wanted -> wanted ? new KubeReserved.Exactly(reservation) : new KubeReserved.Nothing())
                .orElseGet(KubeReserved.WhatFits::new);
    }

    private boolean isKubeReserved(String host) {
        return variables.find(KubeletVariables.KUBE_RESERVED, host).orElse(false);
    }

    private Map<String, Object> reservedGroups(String host) {
        Map<String, Object> groups = new LinkedHashMap<>();
        Optional<String> slice =
                variables.find(KubeletVariables.KUBE_SLICE, host).map(name -> "/" + name);
        variables
                .find(KubeletVariables.KUBE_CGROUP, host)
                .or(() -> slice)
                .filter(_ -> isKubeReserved(host))
                .ifPresent(group -> groups.put("kubeReservedCgroup", group));
        variables
                .find(KubeletVariables.SYSTEM_CGROUP, host)
                .filter(_ -> variables.get(KubeletVariables.SYSTEM_RESERVED, host))
                .ifPresent(group -> groups.put("systemReservedCgroup", group));
        return groups;
    }

    /** Kubespray had names of its own for the control plane's amounts until 2.26; since then a group's variables set the usual ones. */
    private Quantity amount(
            String host, boolean controlPlane, Variable<Quantity> ofControlPlane, Variable<Quantity> ofOthers) {
        if (!controlPlane) {
            return variables.get(ofOthers, host);
        }
        return variables
                .find(ofControlPlane, host)
                .or(() -> variables.find(ofOthers, host))
                .orElseGet(() -> variables.get(ofControlPlane, host));
    }
}
