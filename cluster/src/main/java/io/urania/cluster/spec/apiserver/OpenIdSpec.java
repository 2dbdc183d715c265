package io.urania.cluster.spec.apiserver;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A provider of OpenID Connect whose tokens are taken (Kubernetes documentation, "Authenticating", OpenID Connect Tokens).
 *
 * @param flags of the API server, by their names
 * @param authority the certificate authority of the provider, in PEM, where the inventory brings it
 * @param authorityFile where the hosts have the authority, written or found; empty if the system's authorities are taken
 */
public record OpenIdSpec(Map<String, String> flags, Optional<String> authority, Optional<String> authorityFile) {
    public OpenIdSpec {
        flags = Collections.unmodifiableMap(new TreeMap<>(flags));
    }
}
