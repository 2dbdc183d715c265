package io.urania.cluster.phases.apiserver;

import io.urania.cluster.manifest.YamlText;
import io.urania.cluster.spec.apiserver.AdmissionSpec;
import io.urania.cluster.variable.rows.AdmissionVariables;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What admission plugins are configured with. */
record AdmissionFile(AdmissionSpec admission) {

    private static final String FILE = "/etc/kubernetes/admission-controls/admission-controls.yaml";

    Optional<ProgramFile> file() {
        if (admission.configurations().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ProgramFile(
                "admission-controls",
                FILE,
                Optional.of("admission-control-config-file"),
                text(),
                false,
                AdmissionVariables.ALL));
    }

    private String text() {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("apiVersion", "apiserver.config.k8s.io/v1");
        root.put("kind", "AdmissionConfiguration");
        List<Object> plugins = new ArrayList<>();
        admission.configurations().forEach((name, configuration) -> {
            Map<String, Object> plugin = new LinkedHashMap<>();
            plugin.put("name", name);
            plugin.put("configuration", configuration);
            plugins.add(plugin);
        });
        root.put("plugins", plugins);
        return YamlText.of(List.of(root));
    }
}
