package io.urania.cli.conformance;

import java.time.Duration;
import java.time.OffsetDateTime;

/**
 * Under which a verdict was found.
 *
 * @param version of Kubernetes: {@code v1.36.3}
 * @param nodes how many nodes the cluster has
 * @param cores how many processors the machine has that carries them all
 * @param command what to type to see the same
 */
record Circumstances(String version, int nodes, int cores, OffsetDateTime began, Duration took, String command) {}
