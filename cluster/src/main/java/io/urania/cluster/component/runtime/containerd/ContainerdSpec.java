package io.urania.cluster.component.runtime.containerd;

import io.urania.cluster.spec.NodeRuntimeSpec;
import io.urania.cluster.value.Registry;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * containerd's configuration.
 *
 * @param maxReceiveMessageSize bytes of the largest gRPC message it takes
 * @param maxSendMessageSize bytes of the largest gRPC message it sends
 * @param debugLevel level of its log: trace, debug, info, warn, error, fatal, panic; empty for its default
 * @param registries where images are fetched, by the registry's name, in the order written
 * @param maxContainerLogLineSize bytes after which a container's log line is split; -1 for never
 * @param metricsAddress {@code host:port} for metrics; empty for none
 * @param grpcHistogram whether metrics have histograms of gRPC calls
 * @param storageDirectory where images and snapshots are kept
 * @param stateDirectory where sockets and the state of running containers are
 * @param runtimes what runs containers, runc first
 * @param fields what else is in its configuration
 * @param baseSpecs files that the specifications of containers begin with, by their names
 * @param limits of its unit: directives such as LimitNOFILE with their values
 */
public record ContainerdSpec(
        int maxReceiveMessageSize,
        int maxSendMessageSize,
        String debugLevel,
        Map<String, Registry> registries,
        int maxContainerLogLineSize,
        String metricsAddress,
        boolean grpcHistogram,
        String storageDirectory,
        String stateDirectory,
        List<RuntimeHandler> runtimes,
        Map<Field, Object> fields,
        Map<String, String> baseSpecs,
        Map<String, String> limits)
        implements NodeRuntimeSpec {
    public ContainerdSpec {
        registries = Collections.unmodifiableMap(new LinkedHashMap<>(registries));
        runtimes = List.copyOf(runtimes);
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        baseSpecs = Collections.unmodifiableMap(new LinkedHashMap<>(baseSpecs));
        limits = Collections.unmodifiableMap(new LinkedHashMap<>(limits));
    }

    @Override
    public String word() {
        return Containerd.WORD;
    }
}
