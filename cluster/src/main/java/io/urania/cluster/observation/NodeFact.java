package io.urania.cluster.observation;

import java.util.SortedMap;
import java.util.SortedSet;

/**
 * A node as the API server tells it.
 *
 * @param ready whether its condition Ready is True
 * @param taints {@code key=value:Effect}
 * @param kubelet version of its kubelet, such as {@code v1.36.3}
 */
public record NodeFact(
        String name, boolean ready, SortedMap<String, String> labels, SortedSet<String> taints, String kubelet) {}
