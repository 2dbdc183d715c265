package io.urania.cluster.pki;

import io.urania.cluster.spec.EtcdSpec;
import java.io.IOException;
import java.util.Optional;

/**
 * What etcd's members and their clients show each other, as PEM text. The authority's key stays on this machine: no host
 * signs anything.
 */
public interface EtcdCertificates {

    /** Where a member has the authority's certificate. */
    String AUTHORITY = "/etc/etcd/pki/ca.crt";
    /** Where a member has its own certificate. */
    String MEMBER = "/etc/etcd/pki/member.crt";
    /** Where a member has its key; only etcd may read it. */
    String MEMBER_KEY = "/etc/etcd/pki/member.key";
    /** Where a client has the authority's certificate. Not the member's file: kubeadm join writes this one anew. */
    String CLIENT_AUTHORITY = "/etc/ssl/etcd/ssl/ca.pem";
    /** Where a client has its certificate. */
    String CLIENT = "/etc/ssl/etcd/ssl/client.pem";
    /** Where a client has its key. */
    String CLIENT_KEY = "/etc/ssl/etcd/ssl/client-key.pem";

    /** Where a member has the certificate of the authority of peers, if they have one of their own. */
    String PEER_AUTHORITY = "/etc/etcd/pki/peer-ca.crt";
    /** Where a member has the certificate that it shows other members. */
    String PEER = "/etc/etcd/pki/peer.crt";
    /** Where a member has its key for it; only etcd may read it. */
    String PEER_KEY = "/etc/etcd/pki/peer.key";

    /** The authority's certificate. */
    String authority();

    /**
     * A member's certificate: for its server, as its own client, and for the other members where these have no authority of their own. etcd
     * asks itself with it (server/embed, "grpc gateway").
     */
    String member(EtcdSpec.Member member);

    /** A member's private key. Secret. */
    String memberKey(EtcdSpec.Member member);

    /** The certificate of etcd's clients: API servers and etcdctl. All have the same, as kubeadm expects of them. */
    String client();

    /** The clients' private key. Secret. */
    String clientKey();

    /**
     * What members show each other, by an authority of which clients have nothing: with a client's key nobody can be a member. Clusters
     * that were made with one authority for both have nothing here.
     */
    Optional<Peers> peers();

    /**
     * Whether one of these texts was made just now: it is another one the next time, unless it is kept.
     *
     * @param text a certificate or key of these
     */
    boolean isNew(String text);

    /** Keeps what was made, before anything of it is on a host; nothing is written where all was kept. */
    void keep() throws IOException;

    /** What members show each other. */
    interface Peers {

        /** The authority's certificate. */
        String authority();

        /** A member's certificate. */
        String certificate(EtcdSpec.Member member);

        /** A member's private key. Secret. */
        String key(EtcdSpec.Member member);
    }
}
