package io.urania.cluster.reader;

import io.urania.artifacts.KubernetesVersion;
import io.urania.cluster.reader.source.Source;
import io.urania.cluster.variable.Variable;
import io.urania.cluster.variable.rows.SchedulerVariables;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the fields of the scheduler's configuration. */
final class SchedulerReader {

    private static final OwnSettings FIELDS = new OwnSettings(
            "field of the scheduler's configuration",
            Map.of(
                    "apiVersion", "",
                    "kind", "",
                    "clientConnection", "set kube_scheduler_client_conn_extra_opts",
                    "leaderElection", "set kube_scheduler_leader_elect_extra_opts",
                    "profiles", "set kube_scheduler_profiles",
                    "extenders", "set kube_scheduler_extenders"));
    private static final OwnSettings CONNECTION = new OwnSettings("field", Map.of("kubeconfig", ""));
    private static final OwnSettings NONE = new OwnSettings("field", Map.of());

    private final Source source;

    SchedulerReader(Source source) {
        this.source = source;
    }

    /** The fields that an inventory sets; none if the scheduler needs no configuration. */
    Map<String, Object> read(KubernetesVersion kubernetes) {
        Map<String, Object> fields = new LinkedHashMap<>();
        put(fields, "clientConnection", allowed(SchedulerVariables.CLIENT, CONNECTION));
        put(fields, "leaderElection", allowed(SchedulerVariables.ELECTION, NONE));
        put(fields, "profiles", source.get(SchedulerVariables.PROFILES));
        put(fields, "extenders", source.get(SchedulerVariables.EXTENDERS));
        fields.putAll(allowed(SchedulerVariables.EXTRA, FIELDS));
        return SchedulerVariables.PROFILES.lifetime().contains(kubernetes) ? fields : Map.of();
    }

    private static void put(Map<String, Object> fields, String name, Map<String, Object> value) {
        if (!value.isEmpty()) {
            fields.put(name, value);
        }
    }

    private static void put(Map<String, Object> fields, String name, List<Object> value) {
        if (!value.isEmpty()) {
            fields.put(name, value);
        }
    }

    private Map<String, Object> allowed(Variable<Map<String, Object>> variable, OwnSettings ours) {
        Map<String, Object> allowed = new LinkedHashMap<>();
        source.get(variable).forEach((field, value) -> {
            if (!ours.refuses(field, variable.name(), source.position(variable), source)) {
                allowed.put(field, value);
            }
        });
        return allowed;
    }
}
