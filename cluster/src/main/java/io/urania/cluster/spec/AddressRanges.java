package io.urania.cluster.spec;

import io.urania.cluster.value.Network;

/**
 * The cluster's ranges of one address family.
 *
 * @param services range of service addresses
 * @param pods range of pod addresses, part of it for every node
 * @param nodePrefix length of the prefix of one node's part
 */
public record AddressRanges(Network services, Network pods, int nodePrefix) {

    public boolean isIpv6() {
        return services.isIpv6();
    }
}
