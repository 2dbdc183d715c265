package io.urania.cluster.component;

import io.urania.cluster.value.Address;
import io.urania.engine.process.Listener.Protocol;
import java.util.Optional;
import java.util.Set;

/**
 * A port on which a program of the cluster listens on a host.
 *
 * @param address the only address on which it listens; empty for all of the host's, or for one that is the host's own
 * @param purpose what it is for: {@code the Kubernetes API}
 * @param programs which may have it, as the kernel calls them: the first 15 characters of their names
 */
public record HostPort(Protocol protocol, int number, Optional<Address> address, String purpose, Set<String> programs) {

    public HostPort {
        programs = Set.copyOf(programs);
    }

    /** {@code 8472/udp}, or {@code 6443} for TCP. */
    public String words() {
        return number + (protocol == Protocol.UDP ? "/udp" : "");
    }
}
