package io.urania.cluster.spec;

import io.urania.cluster.value.Address;
import io.urania.engine.transport.Target;

/**
 * A machine that Urania works on: a node, an etcd member, a balancer, or several of these at once.
 *
 * @param name as in the inventory, often fully qualified; the Kubernetes node has this name
 * @param shortName the first label of the name
 * @param address the host's own address inside the rack: what its services listen on and its node reports ({@code ip})
 * @param accessAddress where the other hosts reach it; the same unless {@code access_ip} says otherwise
 * @param target how Urania reaches it
 */
public record HostSpec(String name, String shortName, Address address, Address accessAddress, Target target) {}
