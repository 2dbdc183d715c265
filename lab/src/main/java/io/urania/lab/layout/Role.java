package io.urania.lab.layout;

/** What a host of the article's rack is for, and the inventory group that says so. */
public enum Role {
    CONTROL_PLANE("control-plane", "kube-master"),
    INFRA("infra", "kube-infra"),
    WORKER("worker", "kube-workers"),
    LOAD_BALANCER("load-balancer", "loadbalancer");

    private final String label;
    private final String group;

    Role(String label, String group) {
        this.label = label;
        this.group = group;
    }

    /** As people read it. */
    public String label() {
        return label;
    }

    /** The group of the inventory. */
    public String group() {
        return group;
    }
}
