package io.urania.cluster.spec;

import io.urania.cluster.value.Address;
import io.urania.engine.transport.Target;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A machine that Urania works on: a node, an etcd member, a balancer, or several of these at once.
 *
 * @param name as in the inventory, often fully qualified; the Kubernetes node has this name
 * @param shortName the first label of the name
 * @param address the host's own address inside the rack, of the cluster's first family: what its services listen on and its node
 *     reports ({@code ip})
 * @param accessAddress where the other hosts reach it; the same unless {@code access_ip} says otherwise
 * @param secondAddress its own address of the cluster's second family ({@code ip6}); every node of a dual-stack cluster has one
 * @param garbageCollection how much the heaps of its Go programs may grow before they are collected, in percent; empty if its memory says
 * @param target how Urania reaches it
 */
public record HostSpec(
        String name,
        String shortName,
        Address address,
        Address accessAddress,
        Optional<Address> secondAddress,
        Optional<Integer> garbageCollection,
        Target target) {

    /** Its own addresses, that of the first family first. */
    public List<Address> ownAddresses() {
        return Stream.concat(Stream.of(address), secondAddress.stream()).toList();
    }

    /** Every address that somebody may reach it at, once. */
    public List<Address> addresses() {
        return Stream.concat(Stream.of(address, accessAddress), secondAddress.stream())
                .distinct()
                .toList();
    }

    /** What its node reports as its addresses, as the kubelet's {@code --node-ip} takes it. */
    public String nodeAddresses() {
        return ownAddresses().stream().map(Address::toString).collect(Collectors.joining(","));
    }
}
