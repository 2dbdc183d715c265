package io.urania.cluster.spec;

/** What stands between the API servers and those who ask them. */
public sealed interface Balancing {

    /** Nothing: there is one API server. */
    record None() implements Balancing {}

    /** A balancer for all hosts. */
    record Shared() implements Balancing {}

    /**
     * A balancer on each host, for that host alone: Kubespray's {@code loadbalancer_apiserver_localhost}.
     *
     * @param healthPort TCP port of the loopback interface where it tells whether any API server is healthy; 0 for none
     */
    record Local(int healthPort) implements Balancing {}
}
