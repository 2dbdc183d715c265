package io.urania.cluster.phases.controlplane;

import io.urania.cluster.value.GoDuration;
import io.urania.engine.plan.RetryPolicy;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How long kubeadm waits for what it has started. Its own limits (four minutes for a component, one for a request) are for servers: a
 * Raspberry Pi with a slow card may take longer to start an API server for the first time. What cannot come is told long before the end, by
 * those who watch the node meanwhile.
 *
 * @param kubeadmApi the version of kubeadm's configuration
 * @param limit for each of them
 */
record KubeadmTimeouts(String kubeadmApi, GoDuration limit) {

    /** Certificates, uploads and whatever else kubeadm does without waiting for anybody. */
    private static final Duration REST = Duration.ofMinutes(10);

    /** Those of kubeadm v1beta4, "Timeouts", that an init or a join has. */
    private static final List<String> NAMES = List.of(
            "controlPlaneComponentHealthCheck",
            "kubeletHealthCheck",
            "kubernetesAPICall",
            "etcdAPICall",
            "tlsBootstrap",
            "discovery");

    /** What kubeadm as a whole may take. */
    RetryPolicy patience() {
        return RetryPolicy.of(limit.length().plus(REST));
    }

    /** Adds them to the configuration of an init or a join; versions before v1beta4 have no place for them there. */
    void addTo(Map<String, Object> configuration) {
        if (isOneStructure()) {
            Map<String, Object> timeouts = new LinkedHashMap<>();
            NAMES.forEach(name -> timeouts.put(name, limit.text()));
            configuration.put("timeouts", timeouts);
        }
    }

    /** Adds the only one that there is before v1beta4 to the settings of the API server (kubeadm v1beta3, "APIServer"). */
    void addToApiServer(Map<String, Object> apiServer) {
        if (!isOneStructure()) {
            apiServer.put("timeoutForControlPlane", limit.text());
        }
    }

    private boolean isOneStructure() {
        return kubeadmApi.endsWith("/v1beta4");
    }
}
