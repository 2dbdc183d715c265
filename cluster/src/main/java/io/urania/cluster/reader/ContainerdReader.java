package io.urania.cluster.reader;

import io.urania.cluster.spec.ContainerdSpec;
import io.urania.cluster.variable.ContainerVariables;

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
                source.get(ContainerVariables.REGISTRIES),
                source.get(ContainerVariables.MAX_CONTAINER_LOG_LINE_SIZE),
                source.get(ContainerVariables.METRICS_ADDRESS),
                source.get(ContainerVariables.METRICS_HISTOGRAM),
                source.get(ContainerVariables.STORAGE_DIRECTORY),
                source.get(ContainerVariables.STATE_DIRECTORY));
    }
}
