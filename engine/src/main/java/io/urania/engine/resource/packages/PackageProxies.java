package io.urania.engine.resource.packages;

import io.urania.engine.batch.Payload;
import io.urania.engine.shell.Shell;
import java.util.List;

/**
 * Proxies through which apt-get fetches: apt.conf(5), "Acquire::http::Proxy". They travel as a file, for a URL may have a password in
 * it, and are gone from the host afterwards.
 *
 * @param http URL for http addresses; empty for none
 * @param https URL for https addresses; empty for none
 * @param exceptions names and domains that are reached without, between commas
 */
public record PackageProxies(String http, String https, String exceptions) {

    /** Whatever the host's own configuration says. */
    public static final PackageProxies NONE = new PackageProxies("", "", "");

    private static final String FILE = "/run/urania/apt-proxies.conf";

    /** Without the URLs. */
    @Override
    public String toString() {
        return isNone() ? "none" : "proxies, but for " + exceptions;
    }

    boolean isNone() {
        return http.isEmpty() && https.isEmpty();
    }

    /** The option of apt-get, with a blank at its end; empty if there are none. */
    String option() {
        return isNone() ? "" : "-c " + FILE + " ";
    }

    /** POSIX sh before apt-get. */
    String before() {
        return isNone() ? "" : """
                mkdir -p /run/urania
                trap 'rm -f %1$s' EXIT
                umask 077
                receive %1$s
                umask 022
                no_proxy=%2$s
                export no_proxy
                """.formatted(FILE, Shell.quote(exceptions));
    }

    /** What {@link #before} receives. */
    List<Payload> payloads() {
        return isNone() ? List.of() : List.of(Payload.secret(line("http", http) + line("https", https)));
    }

    private static String line(String scheme, String url) {
        return url.isEmpty() ? "" : "Acquire::%s::Proxy \"%s\";\n".formatted(scheme, url);
    }
}
