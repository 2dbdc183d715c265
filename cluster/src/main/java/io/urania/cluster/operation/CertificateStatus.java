package io.urania.cluster.operation;

import java.time.Instant;

/**
 * How long a certificate still counts.
 *
 * @param host its host's name in the inventory
 * @param file where it is there
 * @param ends when it ends
 * @param daysLeft whole days until then; negative when it is over
 */
public record CertificateStatus(String host, String file, Instant ends, long daysLeft) {}
