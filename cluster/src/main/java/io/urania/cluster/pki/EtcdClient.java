package io.urania.cluster.pki;

import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.EtcdInstance;

/**
 * With what a client on a member's host, such as etcdctl, asks that member.
 *
 * @param authority the file with the certificate of the authority that members' certificates are of
 * @param certificate the file with the client's certificate
 * @param key the file with its key
 * @param loopback the address at which members serve on their own host, as URLs have it
 */
public record EtcdClient(String authority, String certificate, String key, String loopback) {

    /** The client of a cluster's etcd. */
    public static EtcdClient of(ClusterSpec spec) {
        return switch (spec.etcd().deployment()) {
            case HOST ->
                new EtcdClient(
                        EtcdCertificates.CLIENT_AUTHORITY,
                        EtcdCertificates.CLIENT,
                        EtcdCertificates.CLIENT_KEY,
                        "127.0.0.1");
            // kubeadm has a certificate for those who ask after a member's health; its members serve on the loopback
            // address of the
            // family that API servers advertise (phases/certs/certlist.go, phases/etcd/local.go).
            case KUBEADM -> {
                String directory = spec.paths().certificates() + "/etcd/";
                boolean ipv6 = spec.firstControlPlane().host().address().isIpv6();
                yield new EtcdClient(
                        directory + "ca.crt",
                        directory + "healthcheck-client.crt",
                        directory + "healthcheck-client.key",
                        ipv6 ? "[::1]" : "127.0.0.1");
            }
        };
    }

    /** Where the member of an etcd serves on its own host. */
    public String endpoint(EtcdInstance instance) {
        return "https://" + loopback + ":" + instance.clientPort();
    }
}
