package io.urania.cluster.reader.apiserver;

import io.urania.cluster.reader.source.Source;
import io.urania.cluster.spec.apiserver.EncryptionSpec;
import io.urania.cluster.variable.rows.EncryptionVariables;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads how objects are stored. */
final class EncryptionReader {

    /** The kinds of the core group that are stored (Kubernetes API reference, v1). */
    private static final Set<String> CORE = Set.of(
            "configmaps",
            "endpoints",
            "limitranges",
            "namespaces",
            "nodes",
            "persistentvolumeclaims",
            "persistentvolumes",
            "pods",
            "podtemplates",
            "replicationcontrollers",
            "resourcequotas",
            "secrets",
            "serviceaccounts",
            "services");

    private final Source source;

    EncryptionReader(Source source) {
        this.source = source;
    }

    /** How they are stored, if not as they are. */
    Optional<EncryptionSpec> read() {
        EncryptionSpec encryption = new EncryptionSpec(
                source.get(EncryptionVariables.ALGORITHM),
                source.get(EncryptionVariables.RESOURCES).stream().distinct().toList(),
                source.find(EncryptionVariables.TOKEN));
        if (!source.get(EncryptionVariables.ENABLED)) {
            return Optional.empty();
        }
        List<String> resources = encryption.resources();
        if (resources.isEmpty() || resources.contains("events")) {
            source.error(
                    source.position(EncryptionVariables.RESOURCES),
                    resources.isEmpty() ? "kube_encryption_resources is empty" : "kube_encryption_resources has events",
                    resources.isEmpty()
                            ? "kube_encrypt_secret_data is true, and nothing would be encrypted"
                            : "they are gone after an hour, and there are many",
                    "write kube_encryption_resources: [secrets]");
        }
        resources.stream()
                .filter(kind -> kind.indexOf('.') < 0 && !CORE.contains(kind) && !kind.equals("events"))
                .forEach(kind -> source.error(
                        source.position(EncryptionVariables.RESOURCES),
                        "kube_encryption_resources has '" + kind + "', which Kubernetes does not have",
                        "nothing would be encrypted: kinds are in the plural, and those of a group have it after a dot",
                        "write secrets, configmaps, or for example deployments.apps"));
        return Optional.of(encryption);
    }
}
