package io.urania.engine.resource.address;

import java.util.List;
import java.util.Optional;

/**
 * What a host's interface is to have without being told by DHCP.
 *
 * @param address an IPv4 address that the host has
 * @param prefixLength how many bits of it are its network's, 1 to 32
 * @param gateway whom the host asks for all other networks; empty if nobody is asked by this interface
 * @param nameServers addresses of name servers, in their order
 */
public record AddressSettings(String address, int prefixLength, Optional<String> gateway, List<String> nameServers) {

    public AddressSettings {
        nameServers = List.copyOf(nameServers);
    }

    /** The address with its network: {@code 192.168.1.11/24}. */
    public String withPrefix() {
        return address + "/" + prefixLength;
    }

    /** The name servers of one family. */
    List<String> nameServers(boolean isIpv6) {
        return nameServers.stream()
                .filter(server -> server.contains(":") == isIpv6)
                .toList();
    }

    /** In words, for plans. */
    @Override
    public String toString() {
        return withPrefix()
                + gateway.map(router -> ", gateway " + router).orElse("")
                + (nameServers.isEmpty() ? "" : ", name servers " + String.join(", ", nameServers));
    }
}
