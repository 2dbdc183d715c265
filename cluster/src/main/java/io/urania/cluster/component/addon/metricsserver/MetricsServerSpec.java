package io.urania.cluster.component.addon.metricsserver;

import io.urania.cluster.spec.AddOnSpec;
import io.urania.cluster.value.GoDuration;

/**
 * metrics-server's settings.
 *
 * @param insecureTls whether it takes kubelets' certificates unchecked ({@code --kubelet-insecure-tls})
 * @param resolution time between two measurements
 * @param preferredAddressTypes kinds of node addresses in order of preference, comma-separated
 */
public record MetricsServerSpec(boolean insecureTls, GoDuration resolution, String preferredAddressTypes)
        implements AddOnSpec {}
