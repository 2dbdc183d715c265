package io.urania.lab;

import io.urania.lab.card.Peculiarity;
import io.urania.lab.layout.HostKind;
import io.urania.lab.layout.Memory;
import java.util.Optional;

/**
 * A host of a rack as it is now.
 *
 * @param name fully qualified, as in the inventory
 * @param address IPv4
 * @param role control-plane, infra, worker or load-balancer
 * @param architecture Debian's name for it
 * @param peculiarity what is different about it, if anything
 * @param memory what it was given of memory; empty if nobody said
 * @param operatingSystem as its os-release file names it
 */
public record RackHost(
        String name,
        String shortName,
        String address,
        String role,
        HostKind kind,
        HostState state,
        String architecture,
        Optional<Peculiarity> peculiarity,
        Optional<Memory> memory,
        String operatingSystem) {}
