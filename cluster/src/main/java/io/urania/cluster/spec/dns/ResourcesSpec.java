package io.urania.cluster.spec.dns;

import io.urania.cluster.value.Quantity;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a container asks for, and what it may use at most; empty for no limit. */
public record ResourcesSpec(
        Quantity cpuRequest, Quantity memoryRequest, Optional<Quantity> cpuLimit, Quantity memoryLimit) {

    /** As a container has it. */
    public Map<String, Object> tree() {
        Map<String, Object> requests = new LinkedHashMap<>();
        requests.put("cpu", cpuRequest.toString());
        requests.put("memory", memoryRequest.toString());
        Map<String, Object> limits = new LinkedHashMap<>();
        cpuLimit.ifPresent(limit -> limits.put("cpu", limit.toString()));
        limits.put("memory", memoryLimit.toString());
        Map<String, Object> resources = new LinkedHashMap<>();
        resources.put("requests", requests);
        resources.put("limits", limits);
        return resources;
    }
}
