package io.urania.cluster.observation;

/**
 * Something in the cluster by which it is seen that a component works.
 *
 * @param kind what it is
 * @param name its name; a workload's is in kube-system
 */
public record Proof(Kind kind, String name) {

    /** What can be a proof. */
    public enum Kind {
        /** All pods of a deployment are ready. */
        DEPLOYMENT("deployment"),

        /** All pods of a daemonset are ready. */
        DAEMON_SET("daemonset"),

        /** An API that the API server passes on to somebody else is available. */
        API("api");

        private final String word;

        Kind(String word) {
            this.word = word;
        }
    }

    /** A deployment of kube-system. */
    public static Proof deployment(String name) {
        return new Proof(Kind.DEPLOYMENT, name);
    }

    /** A daemonset of kube-system. */
    public static Proof daemonSet(String name) {
        return new Proof(Kind.DAEMON_SET, name);
    }

    /**
     * An API of an APIService.
     *
     * @param name version and group: {@code v1beta1.metrics.k8s.io}
     */
    public static Proof api(String name) {
        return new Proof(Kind.API, name);
    }

    /** As the judgement of conditions reads it. */
    @Override
    public String toString() {
        return kind.word + "/" + name;
    }
}
