package io.urania.cluster.value;

/**
 * A parameter of the kernel (sysctl(8)).
 *
 * @param name with dots: {@code kernel.pid_max}
 * @param value one line
 */
public record Sysctl(String name, String value) {}
