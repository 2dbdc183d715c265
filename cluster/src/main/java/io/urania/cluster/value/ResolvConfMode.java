package io.urania.cluster.value;

/** Who writes the resolv.conf of the hosts. */
public enum ResolvConfMode implements Keyword {
    /** The hosts keep theirs. */
    NONE("none"),

    /** Kubespray, with the cluster's DNS first. */
    HOST_RESOLV_CONF("host_resolvconf"),

    /** Kubespray, for Docker. */
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
