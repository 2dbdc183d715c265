package io.urania.cluster.spec;

/**
 * One etcd on the hosts of group etcd: the one that has all objects, or the one that has the API server's events for itself. Both have a
 * member on each of these hosts, with the same settings and certificates; here is what differs. Names and ports are Kubespray's
 * ({@code roles/etcd}, {@code etcd.env} and {@code etcd-events.env}).
 *
 * @param suffix what ends the names of its unit, its settings and its members
 * @param content what it is the store of
 * @param dataDirectory where each member keeps its data
 * @param clientPort where its members serve
 * @param peerPort where its members reach each other
 * @param disposable whether a cluster can do without what is in it, so that it may begin anew beside a cluster that exists
 */
public record EtcdInstance(
        String suffix, String content, String dataDirectory, int clientPort, int peerPort, boolean disposable) {
    public static final int CLIENT_PORT = 2379;
    public static final int PEER_PORT = 2380;
    /** Where kubeadm has members serve metrics to their own host ({@code EtcdMetricsPort} in its constants). */
    public static final int KUBEADM_METRICS_PORT = 2381;

    public static final int EVENTS_CLIENT_PORT = 2383;
    public static final int EVENTS_PEER_PORT = 2382;

    /** The etcd of the cluster's objects. */
    public static EtcdInstance ofObjects(String dataDirectory) {
        return new EtcdInstance("", "Kubernetes", dataDirectory, CLIENT_PORT, PEER_PORT, false);
    }

    /** The etcd of events alone. */
    public static EtcdInstance ofEvents(String dataDirectory) {
        return new EtcdInstance(
                "-events", "events of Kubernetes", dataDirectory, EVENTS_CLIENT_PORT, EVENTS_PEER_PORT, true);
    }

    /** What it is called: {@code etcd}, {@code etcd-events}. */
    public String name() {
        return "etcd" + suffix;
    }

    /** Its systemd unit. */
    public String unit() {
        return name() + ".service";
    }

    /** The file of its unit. */
    public String unitFile() {
        return "/etc/systemd/system/" + unit();
    }

    /** What its unit says of itself, by which a reset knows it. */
    public String description() {
        return "etcd, the store of " + content;
    }

    /** Where a member's settings are. */
    public String settings() {
        return "/etc/" + name() + ".env";
    }

    /** What keeps members of one etcd from those of another ({@code ETCD_INITIAL_CLUSTER_TOKEN}). */
    public String token() {
        return "urania" + suffix;
    }
}
