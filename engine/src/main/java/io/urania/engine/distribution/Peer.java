package io.urania.engine.distribution;

import java.util.Optional;

/**
 * A host as the other hosts see it.
 *
 * @param address IP address at which they reach it
 * @param neighbourhood its rack or zone, if one is known: what lies in the same one is fetched there rather than from afar
 * @param store absolute path of the directory on the host for files that are under way
 */
public record Peer(String address, Optional<String> neighbourhood, String store) {

    /** Where files under way are on a host. */
    public static final String STANDARD_STORE = "/var/lib/urania/files";
}
