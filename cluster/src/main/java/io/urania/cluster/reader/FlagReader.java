package io.urania.cluster.reader;

import io.urania.artifacts.KubernetesVersion;
import io.urania.cluster.reader.source.Source;
import io.urania.cluster.spec.ProgramFlags;
import io.urania.cluster.value.KubernetesProgram;
import io.urania.cluster.variable.Variable;
import io.urania.cluster.variable.program.FlagVariable;
import io.urania.cluster.variable.program.FlagVariables;
import io.urania.cluster.variable.rows.EtcdVariables;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads the flags of the control plane's programs. */
final class FlagReader {

    /** Flags without which a cluster of Urania's would not work or would be open, by what to set instead. */
    private static final Map<String, String> OURS = Map.ofEntries(
            Map.entry("advertise-address", "set ip of the host"),
            Map.entry("anonymous-auth", "set kube_api_anonymous_auth"),
            Map.entry("authorization-mode", "set authorization_modes"),
            Map.entry("client-ca-file", ""),
            Map.entry("cluster-name", "set cluster_name"),
            Map.entry("authentication-config", "set kube_apiserver_use_authentication_config_file"),
            Map.entry("authorization-config", "set kube_apiserver_use_authorization_config_file"),
            Map.entry("encryption-provider-config", "set kube_encrypt_secret_data"),
            Map.entry("event-ttl", "set event_ttl_duration"),
            Map.entry("etcd-cafile", ""),
            Map.entry("etcd-certfile", ""),
            Map.entry("etcd-keyfile", ""),
            Map.entry("etcd-servers", "put hosts into group etcd"),
            Map.entry("kubeconfig", ""),
            Map.entry("node-cidr-mask-size", "set kube_network_node_prefix"),
            Map.entry("cluster-cidr", "set kube_pods_subnet"),
            Map.entry("secure-port", "set kube_apiserver_port"),
            Map.entry("service-cluster-ip-range", "set kube_service_addresses"),
            Map.entry("service-node-port-range", "set kube_apiserver_node_port_range"),
            Map.entry("tls-cert-file", ""),
            Map.entry("tls-private-key-file", ""),
            Map.entry("v", "set kube_log_level"));

    private final Source source;
    private final Map<KubernetesProgram, SortedMap<String, String>> flags = new EnumMap<>(KubernetesProgram.class);

    FlagReader(Source source) {
        this.source = source;
        for (KubernetesProgram program : KubernetesProgram.values()) {
            flags.put(program, new TreeMap<>());
        }
    }

    ProgramFlags read(KubernetesVersion kubernetes) {
        FlagVariables.ALL.forEach(row -> add(row, kubernetes));
        FlagVariables.EXTRA.forEach(this::addFurther);
        return new ProgramFlags(flags);
    }

    private <T> void add(FlagVariable<T> row, KubernetesVersion kubernetes) {
        Variable<T> variable = row.variable();
        source.find(variable)
                .or(variable::fallback)
                .filter(_ -> variable.lifetime().contains(kubernetes))
                .map(row.written())
                .filter(value -> !value.isEmpty())
                .ifPresent(value ->
                        row.programs().forEach(program -> of(program).put(row.flag(), value)));
    }

    private void addFurther(KubernetesProgram program, Variable<Map<String, String>> variable) {
        source.get(variable).forEach((flag, value) -> {
            if (!flag.matches("[a-z0-9]+(?:-[a-z0-9]+)*")) {
                source.error(
                        source.position(variable),
                        variable.name() + " has '" + flag + "', which is not the name of a flag",
                        "names of flags are lower case words with '-' between them",
                        "write the flag without the dashes in front of it");
            } else if (!new OwnSettings("flag of " + program.word(), ours())
                    .refuses(flag, variable.name(), source.position(variable), source)) {
                of(program).put(flag, value);
            }
        });
    }

    /** The etcd of events is nowhere but in that flag. */
    private Map<String, String> ours() {
        Map<String, String> ours = new TreeMap<>(OURS);
        if (source.get(EtcdVariables.EVENTS)) {
            ours.put("etcd-servers-overrides", "");
        }
        return ours;
    }

    private SortedMap<String, String> of(KubernetesProgram program) {
        return flags.computeIfAbsent(program, _ -> new TreeMap<>());
    }
}
