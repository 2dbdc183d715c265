package io.urania.engine.transport.hostkey;

import java.nio.file.Path;
import java.util.List;

/** What the files of known hosts say about the key that a host shows. */
public sealed interface HostKeyVerdict {

    /** The key is the host's. */
    record Known() implements HostKeyVerdict {}

    /** Nothing is known of this host: a person may accept the key. */
    record Unknown() implements HostKeyVerdict {}

    /** The host is known by other keys: never accepted, and never offered to be. */
    record Changed(List<Pin> pinned) implements HostKeyVerdict {}

    /** Somebody wrote down that this key must not be trusted any more. */
    record Revoked(Pin mark) implements HostKeyVerdict {}

    /**
     * A line of a file of known hosts.
     *
     * @param line its number, from 1
     */
    record Pin(HostKey key, Path file, int line) {

        @Override
        public String toString() {
            return key.fingerprint() + " (" + key.type() + ", " + file + ":" + line + ")";
        }
    }
}
