package io.urania.cluster.system;

/**
 * That a host's system is not, or perhaps not, what Urania can work with.
 *
 * @param why in one sentence without its full stop
 * @param remedy what to do, likewise
 */
public record Unsupported(String why, String remedy) {}
