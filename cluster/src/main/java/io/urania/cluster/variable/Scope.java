package io.urania.cluster.variable;

/** For which hosts a variable is read. A variable of several hosts is one setting: the hosts must agree on it. */
public enum Scope {
    /** One setting of all nodes. */
    CLUSTER("all nodes"),
    /** One setting of the control plane hosts. */
    CONTROL_PLANE("control plane"),
    /** One setting of the etcd members. */
    ETCD("etcd"),
    /** Each host has its own. */
    HOST("each host");

    private final String words;

    Scope(String words) {
        this.words = words;
    }

    /** In a person's words, for the documentation. */
    public String words() {
        return words;
    }
}
