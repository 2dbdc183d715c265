package io.urania.cluster.phases.balancer;

import io.urania.cluster.format.HaProxy;
import io.urania.cluster.spec.Balancing;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.HostSpec;
import io.urania.cluster.spec.NodeSpec;
import io.urania.cluster.value.Address;
import java.util.stream.Collectors;

/**
 * HAProxy's configuration: the article's in meaning. Connections are passed on as they are (TCP); health is asked over
 * TLS every ten seconds, and every second while a server's state is changing or down, so that a cluster that is being
 * made, or a control plane host that comes back, is not waited for.
 */
final class HaProxyConfiguration {

    private static final String API = "kubernetes-apiserver-https";

    private HaProxyConfiguration() {}

    /**
     * The text.
     *
     * @param host where it runs
     * @param root the directory that it shuts itself in
     * @param socket where it listens for its administrator
     */
    static String text(ClusterSpec spec, HostSpec host, String root, String socket) {
        String servers = spec.controlPlane().stream()
                .map(node -> server(node, spec.apiServer().port()))
                .collect(Collectors.joining());
        // Without anonymous requests the API server answers every health check with 401: then a TLS handshake must do.
        String question = spec.apiServer().anonymousAuthentication()
                ? "    option httpchk GET /readyz\n    http-check expect status 200\n"
                : "";
        return """
                global
                    log /dev/log local0
                    log /dev/log local1 notice
                    chroot %s
                    stats socket %s mode 660 level admin expose-fd listeners
                    stats timeout 30s
                    user haproxy
                    group haproxy
                    daemon

                defaults
                    log global
                    option dontlognull
                    timeout connect 5s
                    timeout client 50s
                    timeout server 50s

                listen %s
                    bind %s:%d%s
                    mode tcp
                    option log-health-checks
                %s    timeout client 3h
                    timeout server 3h
                    balance roundrobin
                    default-server check check-ssl verify none inter 10s fastinter 1s downinter 1s rise 1 fall 2
                %s%s""".formatted(
                        root,
                        socket,
                        API,
                        interfaces(spec, host),
                        spec.endpoint().port(),
                        hasBothFamilies(spec, host) ? " v4v6" : "",
                        question,
                        servers,
                        health(spec));
    }

    private static String interfaces(ClusterSpec spec, HostSpec host) {
        return switch (spec.endpoint().balancing()) {
            case Balancing.Local _ -> spec.endpoint().address().toString();
            case Balancing.Shared _, Balancing.None _ -> hasBothFamilies(spec, host) ? "[::]" : "0.0.0.0";
        };
    }

    /** A balancer for all hosts answers at its addresses of both families, where it has an IPv6 address. */
    private static boolean hasBothFamilies(ClusterSpec spec, HostSpec host) {
        return !(spec.endpoint().balancing() instanceof Balancing.Local)
                && (spec.endpoint().address().isIpv6()
                        || host.ownAddresses().stream().anyMatch(Address::isIpv6));
    }

    /** As Kubespray's balancer on every node tells it: 200 at /healthz. */
    private static String health(ClusterSpec spec) {
        return spec.endpoint().balancing() instanceof Balancing.Local(int port) && port != 0
                ? """

                listen health
                    bind %s:%d
                    mode http
                    monitor-uri /healthz
                    monitor fail if { nbsrv(%s) lt 1 }
                """.formatted(spec.endpoint().address(), port, API)
                : "";
    }

    private static String server(NodeSpec node, int port) {
        return "    server %s %s:%d\n"
                .formatted(
                        HaProxy.word(node.host().shortName()),
                        HaProxy.word(node.host().accessAddress().beforePort()),
                        port);
    }
}
