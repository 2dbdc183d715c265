package io.urania.cluster.phase;

import io.urania.artifacts.version.VersionEntry;
import io.urania.cluster.observation.ClusterView;
import io.urania.cluster.pki.EncryptionKeys;
import io.urania.cluster.pki.EtcdCertificates;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.value.Secret;
import java.util.List;
import java.util.Optional;

/**
 * What phases make their tasks from.
 *
 * @param design what is wanted, and from what
 * @param view what API servers tell of the cluster
 * @param etcdCertificates what etcd and its clients show each other; empty where kubeadm makes their certificates
 * @param encryptionKeys with what API servers encrypt what they store
 * @param bootstrapToken with which nodes join during this run
 * @param certificateKey under which control plane hosts hand on the cluster's certificates
 */
public record Deployment(
        ClusterDesign design,
        ClusterView view,
        Optional<EtcdCertificates> etcdCertificates,
        EncryptionKeys encryptionKeys,
        BootstrapToken bootstrapToken,
        Secret certificateKey) {

    /** What is wanted. */
    public ClusterSpec spec() {
        return design.spec();
    }

    /** The row of the version table for the wanted Kubernetes. */
    public VersionEntry versions() {
        return design.versions();
    }

    /** What is known of it without the rest. */
    public Groundwork groundwork() {
        return new Groundwork(spec(), versions(), view);
    }

    /** Files and images. */
    public HostArtifacts artifacts() {
        return design.artifacts();
    }

    /** The secrets with which nodes join: never told, should a program print them. */
    public List<String> joiningSecrets() {
        return List.of(bootstrapToken.secret().reveal(), certificateKey.reveal());
    }
}
