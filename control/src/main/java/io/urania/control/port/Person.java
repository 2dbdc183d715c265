package io.urania.control.port;

/**
 * Whoever something is done for.
 *
 * @param shells how that person gets onto hosts
 */
public record Person(Asking asking, Telling telling, Showing showing, Shells shells) {}
