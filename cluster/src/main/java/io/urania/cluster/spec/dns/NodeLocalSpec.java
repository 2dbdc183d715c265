package io.urania.cluster.spec.dns;

import io.urania.cluster.value.Address;
import java.util.Optional;

/**
 * The DNS cache on every node.
 *
 * @param address link-local address on which it listens
 * @param first its ports
 * @param second those of the second cache, which listens on the same address, if there is one
 * @param metricsOnHost whether metrics are served on the host's own address, not on the cache's
 * @param corefile what is added to its Corefile
 * @param resources what each may use
 */
public record NodeLocalSpec(
        Address address,
        Instance first,
        Optional<Instance> second,
        boolean metricsOnHost,
        CorefileSpec corefile,
        ResourcesSpec resources) {

    /**
     * One of the caches on a node.
     *
     * @param healthPort TCP port of its health check
     * @param metricsPort TCP port of its metrics
     * @param lingerSeconds for how long it answers after it was told to stop, so that the other one can be back by then; 0 for not at all
     */
    public record Instance(int healthPort, int metricsPort, int lingerSeconds) {}
}
