package io.urania.cluster.spec;

import io.urania.cluster.value.Address;
import io.urania.cluster.value.Network;

/**
 * The cluster's address ranges.
 *
 * @param services range of service addresses
 * @param pods range of pod addresses, part of it for every node
 * @param nodePrefix length of the prefix of one node's part
 * @param apiService address of the service {@code kubernetes}: the first of the services' range
 * @param plugin what connects the pods of different nodes
 */
public record NetworkSpec(
        Network services, Network pods, int nodePrefix, Address apiService, NetworkPluginSpec plugin) {}
