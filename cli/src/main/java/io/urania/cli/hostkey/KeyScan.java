package io.urania.cli.hostkey;

import io.urania.engine.transport.Target;
import java.io.IOException;
import java.util.Optional;

/** Finds out which key a host shows, before it is trusted. */
public interface KeyScan {

    /**
     * What a host shows.
     *
     * @param knownAs the name by which ssh looks the key up
     * @param pinned whether some key is already known by this name: then another one is shown now
     */
    record Shown(String knownAs, HostKey key, boolean pinned) {}

    /** The host's best key, or nothing if it shows none to us directly (it may be behind a bastion). */
    Optional<Shown> ask(Target target) throws IOException, InterruptedException;
}
