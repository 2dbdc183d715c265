package io.urania.engine.resource.address;

import java.util.List;
import java.util.Optional;

/** All who may configure an interface: of several, the first one that does. */
final class Keepers {

    private static final List<Keeper> ALL =
            List.of(new NetworkManager(), new Netplan(), new Networkd(), new Dhcpcd(), new Interfaces());

    private Keepers() {}

    static Optional<Keeper> of(AddressFact fact) {
        return fact.link()
                .flatMap(link ->
                        ALL.stream().filter(keeper -> keeper.keeps(fact, link)).findFirst());
    }
}
