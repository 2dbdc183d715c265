package io.urania.cluster.value;

/**
 * Where a service listens.
 *
 * @param host DNS name or address
 * @param port TCP port, 1 to 65535
 */
public record Endpoint(String host, int port) {
    public Endpoint {
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("port " + port + " is not between 1 and 65535");
        }
    }

    /** {@code host:port}, an IPv6 address in brackets. */
    @Override
    public String toString() {
        return Address.parse(host).map(Address::beforePort).orElse(host) + ":" + port;
    }
}
