package io.urania.artifacts.version;

/**
 * The etcd of a Kubernetes minor.
 *
 * @param deployed what Urania deploys, such as {@code v3.6.8}
 * @param kubeadmDefault what kubeadm of this minor would deploy by itself
 * @param minimum the oldest external etcd that kubeadm accepts
 */
public record EtcdVersions(String deployed, String kubeadmDefault, String minimum) {}
