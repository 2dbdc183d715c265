package io.urania.cluster.topology;

import java.util.List;
import java.util.Optional;

/**
 * A host, what it is for and where it stands.
 *
 * @param roles in a person's words, the most telling first: {@code control plane}, {@code etcd}, {@code infra}, {@code worker},
 *     {@code balancer}; empty if it is for nothing
 * @param address inside the rack, or else where SSH reaches it; empty if the inventory says none
 */
public record PlacedHost(String name, List<String> roles, Optional<String> address, Location location) {
    public static final String CONTROL_PLANE = "control plane";
    public static final String ETCD = "etcd";
    public static final String WORKER = "worker";
    public static final String BALANCER = "balancer";

    public PlacedHost {
        roles = List.copyOf(roles);
    }
}
