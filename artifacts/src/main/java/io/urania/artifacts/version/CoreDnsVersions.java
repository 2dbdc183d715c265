package io.urania.artifacts.version;

/**
 * The CoreDNS of a Kubernetes minor.
 *
 * @param deployed what Urania deploys, such as {@code v1.14.7}
 * @param kubeadmDefault what kubeadm of this minor would deploy by itself
 * @param imagePath the image's path below the registry: {@code coredns} or {@code coredns/coredns}
 * @param imageTag the tag kubeadm has to be told, with or without the leading v as this minor writes it
 */
public record CoreDnsVersions(String deployed, String kubeadmDefault, String imagePath, String imageTag) {}
