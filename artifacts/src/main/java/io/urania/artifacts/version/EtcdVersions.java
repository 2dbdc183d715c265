package io.urania.artifacts.version;

/**
 * The etcd that a Kubernetes minor expects.
 *
 * @param kubeadmDefault what kubeadm of this minor would deploy by itself, such as {@code v3.6.8}
 * @param minimum the oldest external etcd that kubeadm accepts
 */
public record EtcdVersions(String kubeadmDefault, String minimum) {}
