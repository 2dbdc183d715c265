package io.urania.cluster.kubernetes;

import io.urania.artifacts.KubernetesVersion;

/**
 * A feature gate that has become a part of Kubernetes: programs do not start with another value.
 *
 * @param since the first minor version (of 1.x) in which it is locked
 * @param value the one that it has then
 */
public record Lock(int since, boolean value) {

    /** Whether a value is refused. */
    public boolean refuses(String other, KubernetesVersion kubernetes) {
        return kubernetes.minor() >= since && !other.equals(Boolean.toString(value));
    }
}
