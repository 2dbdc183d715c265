package io.urania.cluster.variable.rows;

import static io.urania.cluster.variable.Variable.variable;

import io.urania.cluster.variable.Scope;
import io.urania.cluster.variable.Variable;
import io.urania.cluster.variable.type.TreeType;
import io.urania.cluster.variable.type.TreesType;
import io.urania.cluster.variable.type.VariableType;
import java.util.List;
import java.util.Map;

/** The scheduler's configuration (Kubernetes reference, "kube-scheduler Configuration"). */
public final class SchedulerVariables {

    private static final String FILE = "control plane: configuration of kube-scheduler, ";

    public static final Variable<List<Object>> PROFILES = of("kube_scheduler_profiles", new TreesType())
            .means("the scheduler's profiles: schedulerName, plugins, pluginConfig")
            .does(FILE + "profiles")
            .otherwise(List.of(), "none");

    public static final Variable<List<Object>> EXTENDERS = of("kube_scheduler_extenders", new TreesType())
            .means("programs that the scheduler asks")
            .does(FILE + "extenders")
            .otherwise(List.of(), "none");

    public static final Variable<Map<String, Object>> CLIENT = of(
                    "kube_scheduler_client_conn_extra_opts", new TreeType())
            .means("how the scheduler talks to the API server: qps, burst")
            .does(FILE + "clientConnection")
            .otherwise(Map.of(), "none");

    public static final Variable<Map<String, Object>> ELECTION = of(
                    "kube_scheduler_leader_elect_extra_opts", new TreeType())
            .means("how schedulers agree on a leader: retryPeriod, resourceName")
            .does(FILE + "leaderElection")
            .otherwise(Map.of(), "none");

    public static final Variable<Map<String, Object>> EXTRA = of("kube_scheduler_config_extra_opts", new TreeType())
            .means("further fields of the scheduler's configuration")
            .does(FILE + "the fields named")
            .otherwise(Map.of(), "none");

    public static final List<Variable<?>> ALL = List.of(PROFILES, EXTENDERS, CLIENT, ELECTION, EXTRA);

    private SchedulerVariables() {}

    private static <T> Variable<T> of(String name, VariableType<T> type) {
        return variable(name, type).scope(Scope.CONTROL_PLANE).since(19);
    }
}
