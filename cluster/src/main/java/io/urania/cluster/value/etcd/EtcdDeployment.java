package io.urania.cluster.value.etcd;

import io.urania.cluster.value.Keyword;

/** Who runs etcd's members. */
public enum EtcdDeployment implements Keyword {
    /** systemd, as services of the hosts of group etcd. */
    HOST("host"),
    /** The kubelets of control plane hosts, as static pods that kubeadm makes. */
    KUBEADM("kubeadm");

    private final String word;

    EtcdDeployment(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
