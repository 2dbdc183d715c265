package io.urania.artifacts.version;

/**
 * Which containerd a Kubernetes minor runs with.
 *
 * @param origin from the bundle or from the host's packages
 * @param version what the bundle carries, such as {@code v2.3.7}; for a package what Debian 12 has
 * @param minimum the oldest containerd this Kubernetes minor works with, such as {@code 1.6.0}
 */
public record ContainerdRule(PackageOrigin origin, String version, String minimum) {}
