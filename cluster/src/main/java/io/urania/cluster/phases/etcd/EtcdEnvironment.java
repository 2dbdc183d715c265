package io.urania.cluster.phases.etcd;

import io.urania.cluster.format.EnvironmentFile;
import io.urania.cluster.pki.EtcdCertificates;
import io.urania.cluster.spec.EtcdInstance;
import io.urania.cluster.spec.EtcdSpec;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** etcd's settings as environment variables (etcd documentation, "Configuration options"). */
final class EtcdEnvironment {

    /** Addresses that only one program of a host can have: the etcd of events tells its metrics at its clients' port alone. */
    private static final Set<String> ADDRESSES_OF_ONE =
            Set.of("ETCD_LISTEN_METRICS_URLS", "ETCD_LISTEN_CLIENT_HTTP_URLS");

    private EtcdEnvironment() {}

    /**
     * The text for a member.
     *
     * @param state whether the member begins a cluster or enters one, as etcd says it
     * @param hasPeerAuthority whether members have an authority of their own for each other
     */
    static String text(
            EtcdSpec etcd, EtcdInstance instance, EtcdSpec.Member member, String state, boolean hasPeerAuthority) {
        Map<String, String> values = new LinkedHashMap<>();
        String loopback = "https://127.0.0.1:" + instance.clientPort();
        values.put("ETCD_NAME", member.nameIn(instance));
        values.put("ETCD_DATA_DIR", instance.dataDirectory());
        values.put("ETCD_LISTEN_PEER_URLS", listen(member, instance.peerPort()));
        values.put("ETCD_LISTEN_CLIENT_URLS", listen(member, instance.clientPort()) + "," + loopback);
        values.put("ETCD_INITIAL_ADVERTISE_PEER_URLS", member.peerUrl(instance));
        values.put("ETCD_ADVERTISE_CLIENT_URLS", member.clientUrl(instance));
        values.put(
                "ETCD_INITIAL_CLUSTER",
                etcd.members().stream()
                        .map(other -> other.nameIn(instance) + "=" + other.peerUrl(instance))
                        .collect(Collectors.joining(",")));
        values.put("ETCD_INITIAL_CLUSTER_STATE", state);
        values.put("ETCD_INITIAL_CLUSTER_TOKEN", instance.token());
        values.putAll(ofEveryMember(etcd));
        values.put("ETCD_TRUSTED_CA_FILE", EtcdCertificates.AUTHORITY);
        values.put("ETCD_CERT_FILE", EtcdCertificates.MEMBER);
        values.put("ETCD_KEY_FILE", EtcdCertificates.MEMBER_KEY);
        values.put("ETCD_CLIENT_CERT_AUTH", Boolean.toString(etcd.clientAuthentication()));
        values.put(
                "ETCD_PEER_TRUSTED_CA_FILE",
                hasPeerAuthority ? EtcdCertificates.PEER_AUTHORITY : EtcdCertificates.AUTHORITY);
        values.put("ETCD_PEER_CERT_FILE", hasPeerAuthority ? EtcdCertificates.PEER : EtcdCertificates.MEMBER);
        values.put("ETCD_PEER_KEY_FILE", hasPeerAuthority ? EtcdCertificates.PEER_KEY : EtcdCertificates.MEMBER_KEY);
        values.put("ETCD_PEER_CLIENT_CERT_AUTH", Boolean.toString(etcd.peerClientAuthentication()));
        etcd.metricsPort()
                .ifPresent(port -> values.put(
                        "ETCD_LISTEN_METRICS_URLS",
                        "http://" + member.host().address().beforePort() + ":" + port + ",http://127.0.0.1:" + port));
        values.putAll(etcd.further());
        if (!instance.equals(etcd.main())) {
            values.keySet().removeAll(ADDRESSES_OF_ONE);
        }
        return values.entrySet().stream()
                .map(entry -> EnvironmentFile.line(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining());
    }

    /** What does not depend on where a member is, and who runs it. */
    static Map<String, String> ofEveryMember(EtcdSpec etcd) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("ETCD_AUTO_COMPACTION_RETENTION", Integer.toString(etcd.compactionRetentionHours()));
        values.put("ETCD_METRICS", etcd.metrics().word());
        values.put("ETCD_HEARTBEAT_INTERVAL", Integer.toString(etcd.heartbeatMilliseconds()));
        values.put("ETCD_ELECTION_TIMEOUT", Integer.toString(etcd.electionMilliseconds()));
        values.put("ETCD_SNAPSHOT_COUNT", Integer.toString(etcd.snapshotCount()));
        etcd.quota().ifPresent(quota -> values.put("ETCD_QUOTA_BACKEND_BYTES", quota.toString()));
        return values;
    }

    private static String listen(EtcdSpec.Member member, int port) {
        return "https://" + member.host().address().beforePort() + ":" + port;
    }
}
