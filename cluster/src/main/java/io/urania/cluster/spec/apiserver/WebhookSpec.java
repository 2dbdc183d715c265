package io.urania.cluster.spec.apiserver;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A server that the API server asks or tells.
 *
 * @param cluster how it is reached, as a cluster of a kubeconfig has it: {@code server} and what else is needed
 */
public record WebhookSpec(Map<String, Object> cluster) {
    public WebhookSpec {
        cluster = Collections.unmodifiableMap(new LinkedHashMap<>(cluster));
    }
}
