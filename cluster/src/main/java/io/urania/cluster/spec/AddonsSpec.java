package io.urania.cluster.spec;

import io.urania.cluster.value.GoDuration;
import io.urania.inventory.problem.Position;
import java.util.List;
import java.util.Optional;

/**
 * What runs in the cluster besides Kubernetes itself.
 *
 * @param metricsServer settings of metrics-server, if wanted
 * @param later what the inventory asks for and this version of Urania does not do: told, not done
 */
public record AddonsSpec(Optional<MetricsServer> metricsServer, List<Later> later) {
    public AddonsSpec {
        later = List.copyOf(later);
    }

    /**
     * metrics-server's settings.
     *
     * @param insecureTls whether it takes kubelets' certificates unchecked ({@code --kubelet-insecure-tls})
     * @param resolution time between two measurements
     * @param preferredAddressTypes kinds of node addresses in order of preference, comma-separated
     */
    public record MetricsServer(boolean insecureTls, GoDuration resolution, String preferredAddressTypes) {}

    /**
     * Something asked for that belongs to a later capability.
     *
     * @param variable its name in the inventory
     * @param position where it is asked for
     * @param explanation what does not happen, as a sentence
     */
    public record Later(String variable, Position position, String explanation) {}
}
