package io.urania.cluster.benchmark;

import io.urania.cluster.phase.Place;
import io.urania.cluster.pki.EtcdCertificates;
import io.urania.cluster.pki.EtcdClient;
import io.urania.cluster.spec.ClusterSpec;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Section 2: etcd. */
final class EtcdControls {

    private static final Place PLACE = Place.ETCD;
    private static final String OURS = "run urania apply: it is always set";

    static final List<Control> ALL = List.of(
            Control.of("2.1", "A serving certificate", PLACE, areSet("ETCD_CERT_FILE", "ETCD_KEY_FILE")),
            Control.of(
                    "2.2",
                    "Clients show certificates",
                    PLACE,
                    isTrue("ETCD_CLIENT_CERT_AUTH", "set etcd_secure_client: true")),
            Control.of("2.3", "Clients trust no self-signed certificate", PLACE, isNotTrue("ETCD_AUTO_TLS")),
            Control.of(
                    "2.4",
                    "A certificate for other members",
                    PLACE,
                    areSet("ETCD_PEER_CERT_FILE", "ETCD_PEER_KEY_FILE")),
            Control.of(
                    "2.5",
                    "Members show certificates",
                    PLACE,
                    isTrue("ETCD_PEER_CLIENT_CERT_AUTH", "set etcd_peer_client_auth: true")),
            Control.of("2.6", "Members trust no self-signed certificate", PLACE, isNotTrue("ETCD_PEER_AUTO_TLS")),
            Control.of("2.7", "An authority of etcd's own", PLACE, EtcdControls::ownAuthority));

    private EtcdControls() {}

    private static BiFunction<HostSecurity, ClusterSpec, Verdict> areSet(String... names) {
        return each(settings -> {
            List<String> missing = List.of(names).stream()
                    .filter(name -> settings.getOrDefault(name, "").isEmpty())
                    .toList();
            return Verdict.of(missing.isEmpty(), String.join(", ", missing) + " not set", OURS);
        });
    }

    private static BiFunction<HostSecurity, ClusterSpec, Verdict> isTrue(String name, String remedy) {
        return each(
                settings -> Verdict.of("true".equals(settings.get(name)), name + " is " + settings.get(name), remedy));
    }

    private static BiFunction<HostSecurity, ClusterSpec, Verdict> isNotTrue(String name) {
        return each(settings ->
                Verdict.of(!"true".equals(settings.get(name)), name + " is true", "remove it from etcd_extra_vars"));
    }

    /** Of every etcd that is wanted: the first that fails is told. */
    private static BiFunction<HostSecurity, ClusterSpec, Verdict> each(Function<Map<String, String>, Verdict> judge) {
        return (host, spec) -> spec.etcd().instances().stream()
                .map(instance -> judge.apply(host.etcd(spec.etcd(), instance)))
                .filter(Verdict.Failed.class::isInstance)
                .findFirst()
                .orElseGet(Verdict.Passed::new);
    }

    private static Verdict ownAuthority(HostSecurity host, ClusterSpec spec) {
        String own = host.sums()
                .get(
                        switch (spec.etcd().deployment()) {
                            case HOST -> EtcdCertificates.AUTHORITY;
                            case KUBEADM -> EtcdClient.of(spec).authority();
                        });
        String cluster = host.sums().get(spec.paths().certificates() + "/ca.crt");
        return Verdict.of(
                own != null && !Objects.equals(own, cluster), "it is the cluster's authority", "run urania apply");
    }
}
