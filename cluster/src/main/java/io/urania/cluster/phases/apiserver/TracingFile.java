package io.urania.cluster.phases.apiserver;

import io.urania.cluster.manifest.YamlText;
import io.urania.cluster.spec.apiserver.ApiServerSpec;
import io.urania.cluster.spec.apiserver.TracingSpec;
import io.urania.cluster.variable.rows.ApiServerVariables;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where the API server sends traces of requests (KEP-647). */
record TracingFile(ApiServerSpec settings) {

    private static final String PATH = "/etc/kubernetes/tracing/apiserver-tracing.yaml";

    Optional<ProgramFile> file() {
        return settings.tracing()
                .map(tracing -> new ProgramFile(
                        "tracing",
                        PATH,
                        Optional.of("tracing-config-file"),
                        text(tracing),
                        false,
                        ApiServerVariables.TRACES));
    }

    private static String text(TracingSpec tracing) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("apiVersion", "apiserver.config.k8s.io/v1beta1");
        root.put("kind", "TracingConfiguration");
        root.put("endpoint", tracing.endpoint());
        root.put("samplingRatePerMillion", tracing.ratePerMillion());
        return YamlText.of(List.of(root));
    }
}
