package io.urania.cluster.spec.apiserver;

import io.urania.cluster.value.EncryptionAlgorithm;
import io.urania.cluster.value.Secret;
import java.util.List;
import java.util.Optional;

/**
 * How API servers encrypt what they store in etcd (Kubernetes documentation, "Encrypting Confidential Data at Rest").
 *
 * @param algorithm with which objects are written
 * @param resources the kinds of objects, in the plural, with their group: {@code secrets}, {@code deployments.apps}
 * @param token the key, 32 bytes of ASCII; empty for one that Urania makes and keeps
 */
public record EncryptionSpec(EncryptionAlgorithm algorithm, List<String> resources, Optional<Secret> token) {
    public EncryptionSpec {
        resources = List.copyOf(resources);
    }
}
