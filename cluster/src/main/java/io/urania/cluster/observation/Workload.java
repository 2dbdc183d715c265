package io.urania.cluster.observation;

/**
 * A deployment or a daemonset of kube-system.
 *
 * @param kind {@code deployment} or {@code daemonset}
 * @param wanted how many pods it is to have
 * @param ready how many of them are ready
 */
public record Workload(String kind, String name, int wanted, int ready) {}
