package io.urania.cluster.component.runtime.containerd;

import io.urania.cluster.format.TomlDocument;
import io.urania.cluster.variable.type.ScalarTypes;
import io.urania.cluster.variable.type.VariableType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A runtime of containerd's: what a RuntimeClass names as its handler (containerd docs/cri/config.md, "RuntimeHandler classes").
 *
 * @param type the name of its shim: {@code io.containerd.runc.v2}
 * @param baseSpec name of the file in containerd's folder that its containers' specifications begin with; empty for containerd's own
 * @param options options of its shim
 */
record RuntimeHandler(String name, String type, Optional<String> baseSpec, Map<String, Object> options) {

    static final String RUNC = "runc";
    private static final String SPELLING = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";

    /** What a RuntimeClass's handler may be called (Kubernetes API, "RuntimeClass v1"). */
    static final VariableType<String> NAME = ScalarTypes.matching("the name of a runtime", SPELLING, RUNC);

    static final String RUNC_TYPE = "io.containerd.runc.v2";

    RuntimeHandler {
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    }

    /** The one that each node has. */
    static RuntimeHandler runc(Optional<String> baseSpec) {
        return new RuntimeHandler(RUNC, RUNC_TYPE, baseSpec, Map.of());
    }

    static boolean isName(String text) {
        return text.matches(SPELLING);
    }

    /** Whether it is runc, or another program that understands runc's options. */
    boolean isRunc() {
        return type.equals(RUNC_TYPE);
    }

    void write(TomlDocument document, int format, boolean systemdCgroup) {
        document.set(Table.RUNTIMES.in(format, "runtimes", name), "runtime_type", type);
        baseSpec.ifPresent(file ->
                document.set(Table.RUNTIMES.in(format, "runtimes", name), "base_runtime_spec", BaseSpecs.path(file)));
        Map<String, Object> written = new LinkedHashMap<>(options);
        if (isRunc()) {
            written.put("SystemdCgroup", systemdCgroup);
        }
        written.forEach(
                (option, value) -> document.set(Table.RUNTIMES.in(format, "runtimes", name, "options"), option, value));
    }
}
