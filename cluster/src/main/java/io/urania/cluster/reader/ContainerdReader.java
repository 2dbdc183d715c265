package io.urania.cluster.reader;

import io.urania.cluster.reader.source.Source;
import io.urania.cluster.spec.ContainerdSpec;
import io.urania.cluster.value.Registry;
import io.urania.cluster.variable.rows.ContainerVariables;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads containerd's settings. */
final class ContainerdReader {
    private final Source source;

    ContainerdReader(Source source) {
        this.source = source;
    }

    ContainerdSpec read() {
        source.get(ContainerVariables.MANAGER);
        return new ContainerdSpec(
                source.get(ContainerVariables.MAX_RECEIVE_MESSAGE_SIZE),
                source.get(ContainerVariables.MAX_SEND_MESSAGE_SIZE),
                source.get(ContainerVariables.DEBUG_LEVEL),
                registries(),
                source.get(ContainerVariables.MAX_CONTAINER_LOG_LINE_SIZE),
                source.get(ContainerVariables.METRICS_ADDRESS),
                source.get(ContainerVariables.METRICS_HISTOGRAM),
                source.get(ContainerVariables.STORAGE_DIRECTORY),
                source.get(ContainerVariables.STATE_DIRECTORY));
    }

    private Map<String, Registry> registries() {
        Map<String, Registry> registries = new LinkedHashMap<>(source.get(ContainerVariables.REGISTRIES));
        registries.putAll(source.get(ContainerVariables.INSECURE_REGISTRIES));
        return registries;
    }
}
