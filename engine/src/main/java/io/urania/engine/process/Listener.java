package io.urania.engine.process;

import java.util.Optional;

/**
 * A socket on which connections or packets are awaited.
 *
 * @param address its own address; a wildcard ({@code 0.0.0.0}, {@code ::}) for all of the host's
 * @param process who has it; empty for the kernel's own sockets, and those of processes that cannot be seen
 */
public record Listener(Protocol protocol, String address, int port, Optional<RunningProcess> process) {

    public Listener {
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException(port + " is not a port");
        }
    }

    /** What a socket speaks. */
    public enum Protocol {
        TCP("tcp"),
        UDP("udp");

        private final String word;

        Protocol(String word) {
            this.word = word;
        }

        /** As the kernel's files are called. */
        public String word() {
            return word;
        }
    }

    /** Whether it has the port on every address of the host. */
    public boolean isEverywhere() {
        return address.equals("0.0.0.0") || address.equals("::");
    }
}
