package io.urania.cluster.preflight;

import io.urania.cluster.observation.ClusterView;
import io.urania.cluster.pki.EncryptionKeys;
import io.urania.cluster.pki.EtcdCertificates;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rules about the cluster that may be there already. */
public final class ClusterRules {

    private ClusterRules() {}

    /**
     * All of them.
     *
     * @param etcd the certificates that would be written, if they are not kubeadm's
     * @param encryption the keys that would be written
     */
    public static List<Rule> of(ClusterView view, Optional<EtcdCertificates> etcd, EncryptionKeys encryption) {
        List<Rule> rules = new ArrayList<>(List.of(
                new SleepingCluster(view),
                new OtherVersion(view),
                new OtherPodRange(view),
                new OtherNodeAddresses(view),
                new OtherEtcdAuthority(etcd, view),
                new LostEncryptionKey(encryption)));
        rules.addAll(ofIdentity(view));
        return List.copyOf(rules);
    }

    /** Those that compare what runs with what is wanted: a status judges by them too. */
    public static List<Rule> ofIdentity(ClusterView view) {
        return List.of(
                new OtherEtcdDeployment(),
                new OtherEtcdMembers(view),
                new OtherEtcdEndpoints(),
                new OtherNode(view),
                new OtherAuthority(view),
                new UnlistedNode(view));
    }
}
