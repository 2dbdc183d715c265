package io.urania.cluster.phases.apiserver;

import io.urania.cluster.manifest.YamlText;
import io.urania.cluster.spec.apiserver.WebhookSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The kubeconfig with which the API server finds a webhook (Kubernetes documentation, "Webhook Mode", Configuration File Format). */
record WebhookKubeconfig(WebhookSpec webhook) {

    private static final String NAME = "webhook";

    String text() {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("apiVersion", "v1");
        root.put("kind", "Config");
        root.put("clusters", named("cluster", new LinkedHashMap<>(webhook.cluster())));
        root.put("users", named("user", new LinkedHashMap<>()));
        Map<String, Object> context = new LinkedHashMap<>();
        context.put("cluster", NAME);
        context.put("user", NAME);
        root.put("contexts", named("context", context));
        root.put("current-context", NAME);
        return YamlText.of(List.of(root));
    }

    private static List<Object> named(String kind, Map<String, Object> value) {
        Map<String, Object> element = new LinkedHashMap<>();
        element.put("name", NAME);
        element.put(kind, value);
        return new ArrayList<>(List.of(element));
    }
}
