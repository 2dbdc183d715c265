package io.urania.cluster.spec;

/**
 * What a deployment leaves on the machine Urania runs on, in {@link PathsSpec#artifacts}.
 *
 * @param kubeconfig whether the administrator's kubeconfig is fetched ({@code kubeconfig_localhost})
 * @param byConnection whether it names the first control plane host as Urania connects to it, where there is no balancer for all
 *     ({@code kubeconfig_localhost_ansible_host})
 * @param kubectl whether kubectl is put beside it ({@code kubectl_localhost})
 */
public record HandoutSpec(boolean kubeconfig, boolean byConnection, boolean kubectl) {}
