package io.urania.cluster.spec.apiserver;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Admission plugins that need more than to be switched on.
 *
 * @param configurations by the names of the plugins, as {@code AdmissionConfiguration} has them
 */
public record AdmissionSpec(Map<String, Map<String, Object>> configurations) {
    public AdmissionSpec {
        configurations = Collections.unmodifiableMap(new LinkedHashMap<>(configurations));
    }
}
