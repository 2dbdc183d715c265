package io.urania.cluster.phases.apiserver;

import io.urania.artifacts.KubernetesVersion;
import io.urania.cluster.manifest.YamlText;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.variable.rows.SchedulerVariables;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The scheduler's configuration, where an inventory asks for what no flag has. */
public record SchedulerFile(ClusterSpec spec) {

    private static final String PATH = "/etc/kubernetes/kubescheduler-config.yaml";

    /** The minor versions with which versions of its API came (Kubernetes' changelogs, "kubescheduler.config.k8s.io"). */
    private static final int V1 = 25;

    private static final int V1_BETA_3 = 23;
    private static final int V1_BETA_2 = 22;

    /** The file, if it is needed. */
    public Optional<ProgramFile> file() {
        return Optional.of(spec.scheduler())
                .filter(fields -> !fields.isEmpty())
                .map(fields -> new ProgramFile(
                        "scheduler-config", PATH, Optional.of("config"), text(fields), false, SchedulerVariables.ALL));
    }

    private String text(Map<String, Object> fields) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("apiVersion", "kubescheduler.config.k8s.io/" + version(spec.kubernetes()));
        root.put("kind", "KubeSchedulerConfiguration");
        root.putAll(fields);
        Map<String, Object> connection = new LinkedHashMap<>();
        connection.put("kubeconfig", "/etc/kubernetes/scheduler.conf");
        if (fields.get("clientConnection") instanceof Map<?, ?> more) {
            more.forEach((name, value) -> connection.put(name.toString(), value));
        }
        root.put("clientConnection", connection);
        return YamlText.of(List.of(root));
    }

    private static String version(KubernetesVersion kubernetes) {
        if (kubernetes.minor() >= V1) {
            return "v1";
        }
        if (kubernetes.minor() >= V1_BETA_3) {
            return "v1beta3";
        }
        return kubernetes.minor() == V1_BETA_2 ? "v1beta2" : "v1beta1";
    }
}
