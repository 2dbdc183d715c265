package io.urania.engine.system.pacman;

import io.urania.engine.batch.Payload;
import io.urania.engine.system.PackageProxies;
import io.urania.engine.text.ResourceText;
import java.util.List;

/**
 * Proxies through which pacman fetches. It knows none itself, and its library only those of the environment, where a password has no place: curl
 * fetches then (pacman.conf(5), "XferCommand"), with its own files, which are gone from the host afterwards.
 */
record PacmanProxies(PackageProxies proxies) {

    private static final String HTTP = "/run/urania/pacman-http.conf";
    private static final String HTTPS = "/run/urania/pacman-https.conf";
    private static final String FETCH = "/run/urania/pacman-fetch.sh";
    private static final String CONFIGURATION = "/run/urania/pacman.conf";

    /** The option of pacman, with a blank at its end; empty if there are none. */
    String option() {
        return proxies.isNone() ? "" : "--config " + CONFIGURATION + " ";
    }

    /** POSIX sh before pacman. From version 7 on, it fetches as another user. */
    String before() {
        return proxies.isNone()
                ? ""
                : """
                mkdir -p /run/urania
                trap 'rm -f %1$s %2$s %3$s %4$s' EXIT
                umask 077
                receive %1$s
                receive %2$s
                umask 022
                reader=$(pacman-conf DownloadUser 2>/dev/null) || reader=
                [ -z "$reader" ] || chown "$reader" %1$s %2$s
                cat >%3$s <<'END'
                %5$s
                END
                cat >%4$s <<'END'
                [options]
                Include = /etc/pacman.conf
                [options]
                XferCommand = /bin/sh %3$s %%o %%u
                END
                """.formatted(
                        HTTP,
                        HTTPS,
                        FETCH,
                        CONFIGURATION,
                        ResourceText.beside(PacmanProxies.class, "fetch.sh").stripTrailing());
    }

    /** What {@link #before} receives. */
    List<Payload> payloads() {
        return proxies.isNone() ? List.of() : List.of(through(proxies.http()), through(proxies.https()));
    }

    /** A file of curl's: curl(1), "--config". */
    private Payload through(String url) {
        return Payload.secret(
                url.isEmpty() ? "" : "proxy = " + quoted(url) + "\nnoproxy = " + quoted(proxies.exceptions()) + "\n");
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
