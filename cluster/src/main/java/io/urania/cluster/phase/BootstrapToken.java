package io.urania.cluster.phase;

import io.urania.cluster.value.Secret;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A token with which nodes join, valid for one run.
 *
 * <p>Its form is given by the Kubernetes reference "Authenticating with Bootstrap Tokens": six and sixteen characters of
 * {@code [a-z0-9]}, of which the first six are no secret.
 */
public record BootstrapToken(String id, Secret secret, Instant expiry) {

    private static final Duration VALIDITY = Duration.ofHours(2);

    private static final String CHARACTERS = "abcdefghijklmnopqrstuvwxyz0123456789";

    /** A new token, valid for two hours from now. */
    public static BootstrapToken random(SecureRandom random, Clock clock) {
        return new BootstrapToken(
                characters(random, 6),
                Secret.of(characters(random, 16)),
                clock.instant().plus(VALIDITY).truncatedTo(ChronoUnit.SECONDS));
    }

    /** The whole token, {@code id.secret}: secret. */
    public String reveal() {
        return id + "." + secret.reveal();
    }

    private static String characters(SecureRandom random, int count) {
        return random.ints(count, 0, CHARACTERS.length())
                .collect(
                        StringBuilder::new,
                        (text, index) -> text.append(CHARACTERS.charAt(index)),
                        StringBuilder::append)
                .toString();
    }
}
