package io.urania.cluster.system;

/**
 * That nothing is installed on a host's system.
 *
 * @param why in one sentence without its full stop
 * @param remedy what to do, likewise
 */
public record Unsupported(String why, String remedy) {}
