package io.urania.engine.transport;

/**
 * How a remote command ended.
 *
 * @param code its exit code, 0 to 255
 * @param standardError the last 16 KiB of its standard error
 */
public record Exit(int code, String standardError) {}
