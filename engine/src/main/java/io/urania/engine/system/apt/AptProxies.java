package io.urania.engine.system.apt;

import io.urania.engine.batch.Payload;
import io.urania.engine.shell.Shell;
import io.urania.engine.system.PackageProxies;
import java.util.List;

/**
 * Proxies through which apt-get fetches: apt.conf(5), "Acquire::http::Proxy". They travel as a file, for a URL may have a password in
 * it, and are gone from the host afterwards.
 */
record AptProxies(PackageProxies proxies) {

    private static final String FILE = "/run/urania/apt-proxies.conf";

    /** The option of apt-get, with a blank at its end; empty if there are none. */
    String option() {
        return proxies.isNone() ? "" : "-c " + FILE + " ";
    }

    /** POSIX sh before apt-get. */
    String before() {
        return proxies.isNone() ? "" : """
                mkdir -p /run/urania
                trap 'rm -f %1$s' EXIT
                umask 077
                receive %1$s
                umask 022
                no_proxy=%2$s
                export no_proxy
                """.formatted(FILE, Shell.quote(proxies.exceptions()));
    }

    /** What {@link #before} receives. */
    List<Payload> payloads() {
        return proxies.isNone()
                ? List.of()
                : List.of(Payload.secret(line("http", proxies.http()) + line("https", proxies.https())));
    }

    private static String line(String scheme, String url) {
        return url.isEmpty() ? "" : "Acquire::%s::Proxy \"%s\";\n".formatted(scheme, url);
    }
}
