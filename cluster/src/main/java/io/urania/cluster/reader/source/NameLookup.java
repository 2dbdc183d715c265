package io.urania.cluster.reader.source;

import io.urania.cluster.value.Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Finds the addresses of a host's name. */
@FunctionalInterface
public interface NameLookup {

    /** The addresses of both families; none if the name has none. May take as long as DNS does. */
    List<Address> addressesOf(String name);

    /** The resolver of the machine Urania runs on. */
    static NameLookup system() {
        return name -> {
            try {
                return Arrays.stream(InetAddress.getAllByName(name))
                        .map(address -> Address.parse(address.getHostAddress()))
                        .flatMap(Optional::stream)
                        .toList();
            } catch (UnknownHostException _) {
                return List.of();
            }
        };
    }
}
