package io.urania.cluster.pki;

import io.urania.cluster.spec.EtcdSpec;

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

    /** The authority's certificate. */
    String authority();

    /** A member's certificate: for its server, and as a client of the other members. */
    String member(EtcdSpec.Member member);

    /** A member's private key. Secret. */
    String memberKey(EtcdSpec.Member member);

    /** The certificate of etcd's clients: API servers and etcdctl. All have the same, as kubeadm expects of them. */
    String client();

    /** The clients' private key. Secret. */
    String clientKey();
}
