package io.urania.cluster.value;

/** Whether hosts find names as the inventory says. */
public enum ResolvConfMode implements Keyword {
    /** They keep what they have. */
    NONE("none"),

    /** They do, with the cluster's DNS first. */
    HOST_RESOLV_CONF("host_resolvconf"),

    /** The same: Kubespray tells Docker, which no cluster of today has. */
    DOCKER_DNS("docker_dns");

    private final String word;

    ResolvConfMode(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
