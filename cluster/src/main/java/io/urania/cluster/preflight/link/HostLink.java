package io.urania.cluster.preflight.link;

import io.urania.cluster.spec.HostSpec;
import io.urania.cluster.value.Network;
import io.urania.engine.network.LinksFact;
import io.urania.engine.network.LinksFact.Attached;
import java.util.List;

/** The interfaces by which a host is reached. */
final class HostLink {

    private HostLink() {}

    /** The names of those in whose IPv4 network a host's address is; one where all is well. */
    static List<String> of(HostSpec host, LinksFact links) {
        return links.networks().stream()
                .filter(attached -> Network.parse(attached.network())
                        .filter(network -> network.contains(host.address()))
                        .isPresent())
                .map(Attached::link)
                .distinct()
                .sorted()
                .toList();
    }
}
