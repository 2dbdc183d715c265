package io.urania.cluster.observation.encryption;

import java.util.Optional;

/**
 * What a control plane host has of encryption at rest.
 *
 * @param stored what its file says; empty if there is none
 * @param isOutdated whether an API server runs that started before the file was last changed: it does as the file said then
 */
public record EncryptionFact(Optional<StoredEncryption> stored, boolean isOutdated) {}
