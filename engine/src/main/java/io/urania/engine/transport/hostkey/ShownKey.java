package io.urania.engine.transport.hostkey;

/**
 * A key that a host shows.
 *
 * @param knownAs the name under which keys of the host are looked up
 */
public record ShownKey(String knownAs, HostKey key, HostKeyVerdict verdict) {}
