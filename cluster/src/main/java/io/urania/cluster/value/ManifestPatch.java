package io.urania.cluster.value;

/**
 * A change to the manifest that kubeadm makes of a static pod (kubeadm reference, "Customizing components", patches).
 *
 * @param program whose manifest it is
 * @param kind how it is applied: strategic, merge or json
 * @param text the patch, as JSON
 */
public record ManifestPatch(KubernetesProgram program, String kind, String text) {}
