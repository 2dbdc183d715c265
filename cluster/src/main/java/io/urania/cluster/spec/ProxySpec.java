package io.urania.cluster.spec;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The proxies through which hosts reach what is outside of the cluster.
 *
 * @param http URL of the one for http addresses
 * @param https URL of the one for https addresses
 * @param exceptions what the inventory names that is reached without; what belongs to the cluster comes on top
 */
public record ProxySpec(Optional<String> http, Optional<String> https, List<String> exceptions) {

    public ProxySpec {
        exceptions = List.copyOf(exceptions);
    }

    /** Whether there is any. */
    public boolean isSet() {
        return http.isPresent() || https.isPresent();
    }

    /** Whether a URL has a user in it, and so perhaps a password. */
    public boolean isSecret() {
        return Stream.concat(http.stream(), https.stream()).anyMatch(url -> url.contains("@"));
    }
}
