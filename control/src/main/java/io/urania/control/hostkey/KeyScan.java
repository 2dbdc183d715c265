package io.urania.control.hostkey;

import io.urania.engine.transport.Target;
import io.urania.engine.transport.hostkey.ShownKey;
import java.io.IOException;
import java.util.Optional;

/** Finds out which key a host shows, before it is trusted. */
@FunctionalInterface
public interface KeyScan {

    /** The host's best key, or nothing if it shows none to us directly (it may be behind a bastion). */
    Optional<ShownKey> ask(Target target) throws IOException, InterruptedException;
}
