package io.urania.cluster.component.addon.metricsserver;

import io.urania.cluster.spec.AddOnSpec;
import io.urania.cluster.value.GoDuration;
import io.urania.cluster.value.Quantity;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * metrics-server's settings.
 *
 * @param insecureTls whether it takes kubelets' certificates unchecked ({@code --kubelet-insecure-tls})
 * @param resolution time between two measurements
 * @param preferredAddressTypes kinds of node addresses in order of preference, comma-separated
 * @param replicas number of its pods
 * @param listening where it listens
 * @param resources what a pod of it may use
 * @param placement where its pods run
 */
public record MetricsServerSpec(
        boolean insecureTls,
        GoDuration resolution,
        String preferredAddressTypes,
        int replicas,
        Listening listening,
        Resources resources,
        Placement placement)
        implements AddOnSpec {

    /**
     * Where it listens.
     *
     * @param port TCP port
     * @param hostNetwork whether that is one of the node's
     */
    public record Listening(int port, boolean hostNetwork) {}

    /** What a container asks for, and what it may use at most; empty for no limit. */
    public record Resources(
            Quantity cpuRequest, Quantity memoryRequest, Optional<Quantity> cpuLimit, Optional<Quantity> memoryLimit) {

        /** As a container has it. */
        Map<String, Object> tree() {
            Map<String, Object> resources = new LinkedHashMap<>();
            Map<String, Object> limits = new LinkedHashMap<>();
            cpuLimit.ifPresent(limit -> limits.put("cpu", limit.toString()));
            memoryLimit.ifPresent(limit -> limits.put("memory", limit.toString()));
            if (!limits.isEmpty()) {
                resources.put("limits", limits);
            }
            Map<String, Object> requests = new LinkedHashMap<>();
            requests.put("cpu", cpuRequest.toString());
            requests.put("memory", memoryRequest.toString());
            resources.put("requests", requests);
            return resources;
        }
    }

    /**
     * Where its pods run.
     *
     * @param nodeSelector labels of the nodes; empty for control plane hosts
     * @param tolerations besides those of control plane hosts
     * @param affinity as a pod has it; empty for none
     */
    public record Placement(Map<String, String> nodeSelector, List<Object> tolerations, Map<String, Object> affinity) {
        public Placement {
            nodeSelector = Collections.unmodifiableMap(new LinkedHashMap<>(nodeSelector));
            tolerations = List.copyOf(tolerations);
            affinity = Collections.unmodifiableMap(new LinkedHashMap<>(affinity));
        }
    }
}
