package io.urania.cluster.component.runtime.containerd;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.ToNumberPolicy;
import com.google.gson.reflect.TypeToken;
import io.urania.engine.text.ResourceText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The files that the specifications of containers begin with, in the format of OCI (containerd docs/cri/config.md, "base_runtime_spec").
 */
final class BaseSpecs {

    /** The name that Kubespray gives the one of runc. */
    static final String RUNCS = "cri-base.json";

    private static final String FOLDER = "/etc/containerd/";
    private static final Gson JSON = new GsonBuilder()
            .setObjectToNumberStrategy(ToNumberPolicy.LONG_OR_DOUBLE)
            .setPrettyPrinting()
            .disableHtmlEscaping()
            .create();

    private BaseSpecs() {}

    static String path(String file) {
        return FOLDER + file;
    }

    /** What containers begin with where there is no file: what {@code ctr oci spec} prints, but for what belongs to one container. */
    static Map<String, Object> usual() {
        return JSON.fromJson(
                ResourceText.beside(BaseSpecs.class, RUNCS), new TypeToken<LinkedHashMap<String, Object>>() {});
    }

    /** A specification with parts of another; lists are replaced, as Ansible's {@code combine(recursive=true)} does. */
    static Map<String, Object> combined(Map<String, Object> specification, Map<String, Object> patch) {
        Map<String, Object> combined = new LinkedHashMap<>(specification);
        patch.forEach((name, value) -> combined.merge(name, value, BaseSpecs::either));
        return combined;
    }

    /** A limit on the files that a process has open, as a part of a specification. */
    static Map<String, Object> openFiles(int limit) {
        // In one order: the text of a file is compared.
        Map<String, Object> openFiles = new LinkedHashMap<>();
        openFiles.put("type", "RLIMIT_NOFILE");
        openFiles.put("hard", limit);
        openFiles.put("soft", limit);
        return Map.of("process", Map.of("rlimits", List.of(openFiles)));
    }

    static String text(Map<String, Object> specification) {
        return JSON.toJson(specification) + "\n";
    }

    @SuppressWarnings("unchecked") // all keys are texts: they come from JSON, or from a mapping of an inventory
    private static Object either(Object present, Object other) {
        return present instanceof Map<?, ?> specification && other instanceof Map<?, ?> patch
                ? combined((Map<String, Object>) specification, (Map<String, Object>) patch)
                : other;
    }
}
