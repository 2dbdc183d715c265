package io.urania.cluster.reader.source;

import io.urania.cluster.value.Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/** Finds the address of a host's name. */
@FunctionalInterface
public interface NameLookup {

    /** The address, or nothing if the name has none. May take as long as DNS does. */
    Optional<Address> addressOf(String name);

    /** The resolver of the machine Urania runs on; an IPv4 address is preferred. */
    static NameLookup system() {
        return name -> {
            try {
                InetAddress[] found = InetAddress.getAllByName(name);
                for (InetAddress address : found) {
                    if (address.getAddress().length == 4) {
                        return Address.parse(address.getHostAddress());
                    }
                }
                return found.length == 0 ? Optional.empty() : Address.parse(found[0].getHostAddress());
            } catch (UnknownHostException _) {
                return Optional.empty();
            }
        };
    }
}
