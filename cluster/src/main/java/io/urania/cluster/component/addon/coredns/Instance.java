package io.urania.cluster.component.addon.coredns;

import io.urania.cluster.spec.dns.DnsSpec;
import io.urania.cluster.value.Address;
import java.util.Optional;

/** One of the CoreDNS that a cluster may have, as Kubespray names them. */
enum Instance {
    FIRST("coredns", "kube-dns"),

    /** That of {@code dns_mode: coredns_dual}. */
    SECOND("coredns-secondary", "kube-dns-secondary");

    private final String objects;
    private final String app;

    Instance(String objects, String app) {
        this.objects = objects;
        this.app = app;
    }

    /** The name of its objects. */
    String objects() {
        return objects;
    }

    /** The label {@code k8s-app} of its pods. */
    String app() {
        return app;
    }

    /** The address of its service, where a cluster has it. */
    Optional<Address> service(DnsSpec dns) {
        return switch (this) {
            case FIRST -> Optional.of(dns.service());
            case SECOND -> dns.secondService();
        };
    }
}
