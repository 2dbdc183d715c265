package io.urania.engine.system;

/**
 * Proxies through which a package manager fetches.
 *
 * @param http URL for http addresses; empty for none
 * @param https URL for https addresses; empty for none
 * @param exceptions names and domains that are reached without, between commas
 */
public record PackageProxies(String http, String https, String exceptions) {

    /** Whatever the host's own configuration says. */
    public static final PackageProxies NONE = new PackageProxies("", "", "");

    /** Without the URLs: there may be a password in them. */
    @Override
    public String toString() {
        return isNone() ? "none" : "proxies, but for " + exceptions;
    }

    /** Whether the host's own configuration counts. */
    public boolean isNone() {
        return http.isEmpty() && https.isEmpty();
    }
}
