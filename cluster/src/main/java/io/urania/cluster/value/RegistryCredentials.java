package io.urania.cluster.value;

/**
 * With what images of a registry are pulled.
 *
 * @param registry its name, with a port if it has one
 * @param login user and password, with a colon between them, in Base64
 */
public record RegistryCredentials(String registry, Secret login) {}
