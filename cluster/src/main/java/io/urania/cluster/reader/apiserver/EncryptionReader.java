package io.urania.cluster.reader.apiserver;

import io.urania.cluster.reader.source.Source;
import io.urania.cluster.spec.apiserver.EncryptionSpec;
import io.urania.cluster.variable.rows.EncryptionVariables;
import java.util.List;
import java.util.Optional;

/** Reads how objects are stored. */
final class EncryptionReader {

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
        return Optional.of(encryption);
    }
}
