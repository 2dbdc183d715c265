package io.urania.cluster.reader;

import io.urania.artifacts.KubernetesVersion;
import io.urania.cluster.reader.source.Source;
import io.urania.cluster.spec.KubeletSpec;
import io.urania.cluster.spec.KubeletSpec.Reservation;
import io.urania.cluster.value.Quantity;
import io.urania.cluster.variable.Variable;
import io.urania.cluster.variable.VariableReader;
import io.urania.cluster.variable.program.KubeletSetting;
import io.urania.cluster.variable.program.KubeletSettings;
import io.urania.cluster.variable.rows.DeploymentVariables;
import io.urania.cluster.variable.rows.KubeletVariables;
import io.urania.inventory.problem.Position;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
                    Map.entry("readOnlyPort", ""),
                    Map.entry("resolvConf", "set kube_resolv_conf"),
                    Map.entry("rotateCertificates", ""),
                    Map.entry("serverTLSBootstrap", "set kubelet_rotate_server_certificates"),
                    Map.entry("staticPodPath", "")));

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
                onlyWith(host),
                further(host));
    }

    private Optional<List<String>> onlyWith(String host) {
        List<String> addresses =
                variables.find(KubeletVariables.ADDRESSES, host).orElse(List.of());
        return variables.get(KubeletVariables.HARDENED, host) ? Optional.of(addresses) : Optional.empty();
    }

    private Map<String, Object> further(String host) {
        Map<String, Object> fields = new LinkedHashMap<>();
        KubeletSettings.READ.forEach(setting -> fields.putAll(fields(setting, host)));
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

    private <T> Map<String, Object> fields(KubeletSetting<T> setting, String host) {
        return variables
                .find(setting.variable(), host)
                .filter(_ -> setting.variable().lifetime().contains(kubernetes))
                .map(setting.fields())
                .orElse(Map.of());
    }

    private Optional<Reservation> systemReserved(String host, boolean controlPlane) {
        return reservation(
                host,
                KubeletVariables.SYSTEM_RESERVED,
                amount(
                        host,
                        controlPlane,
                        KubeletVariables.SYSTEM_CONTROL_PLANE_MEMORY,
                        KubeletVariables.SYSTEM_MEMORY),
                amount(host, controlPlane, KubeletVariables.SYSTEM_CONTROL_PLANE_CPU, KubeletVariables.SYSTEM_CPU));
    }

    private Optional<Reservation> kubeReserved(String host, boolean controlPlane) {
        return reservation(
                host,
                KubeletVariables.KUBE_RESERVED,
                amount(host, controlPlane, KubeletVariables.KUBE_CONTROL_PLANE_MEMORY, KubeletVariables.KUBE_MEMORY),
                amount(host, controlPlane, KubeletVariables.KUBE_CONTROL_PLANE_CPU, KubeletVariables.KUBE_CPU));
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

    private Optional<Reservation> reservation(String host, Variable<Boolean> wanted, Quantity memory, Quantity cpu) {
        Reservation reservation = new Reservation(memory, cpu);
        return variables.get(wanted, host) ? Optional.of(reservation) : Optional.empty();
    }
}
