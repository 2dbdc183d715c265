package io.urania.cluster.spec;

/**
 * What a deployment leaves on the machine Urania runs on, in {@link PathsSpec#artifacts}.
 *
 * @param kubeconfig whether the administrator's kubeconfig is fetched ({@code kubeconfig_localhost})
 * @param kubectl whether kubectl is put beside it ({@code kubectl_localhost})
 */
public record HandoutSpec(boolean kubeconfig, boolean kubectl) {}
