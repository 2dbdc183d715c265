package io.urania.cluster.phase;

import io.urania.artifacts.version.VersionEntry;
import io.urania.cluster.pki.EtcdCertificates;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.value.Secret;
import java.util.List;

/**
 * All that phases are made from.
 *
 * @param spec what is wanted
 * @param versions the row of the version table for the wanted Kubernetes
 * @param artifacts files and images
 * @param etcdCertificates what etcd and its clients show each other
 * @param bootstrapToken with which nodes join during this run
 */
public record Deployment(
        ClusterSpec spec,
        VersionEntry versions,
        HostArtifacts artifacts,
        EtcdCertificates etcdCertificates,
        BootstrapToken bootstrapToken) {

    /** The secrets with which nodes join: never told, should a program print them. */
    public List<String> secretsOf(Secret certificateKey) {
        return List.of(bootstrapToken.secret().reveal(), certificateKey.reveal());
    }
}
