package io.urania.engine.plan;

import io.urania.engine.batch.Payload;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Short values by which it is seen whether a change is still the same: what is there now, what is wanted, and what goes
 * before it. Sums of secrets go into them, but salted and together with all else: they tell nothing of a secret.
 *
 * @param salt hexadecimal digits, other ones for each plan that is kept
 */
public record Fingerprints(String salt) {

    private static final int SALT_BYTES = 16;

    /** Fingerprints with a salt of their own. */
    public static Fingerprints random(SecureRandom random) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return new Fingerprints(HexFormat.of().formatHex(salt));
    }

    /** 64 hexadecimal digits. */
    public String of(Change change) {
        Difference difference = change.difference();
        List<String> parts = new ArrayList<>(List.of(
                salt, change.host(), change.id().name(), difference.action().word(), difference.title()));
        parts.addAll(parts(difference.before()));
        parts.addAll(parts(difference.after()));
        change.needs().stream().sorted().map(TaskId::toString).forEach(parts::add);
        // With its length before each part, no two lists of parts are one text.
        String text = parts.stream().map(part -> part.length() + ":" + part).collect(Collectors.joining());
        return Payload.sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Whether a text was read is not part of a state; its sum is known without. */
    private static List<String> parts(State state) {
        return switch (state) {
            case State.Words(String summary) -> List.of("words", summary, "");
            case State.Content content -> List.of("content", content.summary(), content.sha256());
            case State.Secret secret -> List.of("secret", secret.summary(), secret.sha256());
            case State.KnownAfterApply(String summary, Optional<TaskId> from) ->
                List.of("known after apply", summary, from.map(TaskId::toString).orElse(""));
        };
    }
}
