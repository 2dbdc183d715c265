package io.urania.engine.lease;

import io.urania.engine.batch.StepResult;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Reads what {@link LeaseScript} prints. */
final class LeaseReader {

    private LeaseReader() {}

    static LeaseAnswer read(StepResult result) {
        Map<String, String> members = new HashMap<>();
        result.output().lines().forEach(line -> {
            int space = line.indexOf(' ');
            if (space > 0) {
                members.put(line.substring(0, space), line.substring(space + 1).strip());
            }
        });
        if (!result.succeeded()) {
            return new LeaseAnswer.Failed("the lease in " + LeaseScript.DIRECTORY + " cannot be written (exit code "
                    + result.code() + "): is the host's /run full or read-only?");
        }
        return switch (members.getOrDefault("answer", "")) {
            case "taken" -> new LeaseAnswer.Taken();
            case "taken-over" -> new LeaseAnswer.TakenOver(claim(members));
            case "held" -> {
                String left = members.getOrDefault("left", "0");
                yield left.matches("-?[0-9]{1,12}")
                        ? new LeaseAnswer.Held(claim(members), Duration.ofSeconds(Long.parseLong(left)))
                        : new LeaseAnswer.Failed("the lease in " + LeaseScript.DIRECTORY + " has no end time");
            }
            case "free" -> new LeaseAnswer.Free();
            default -> new LeaseAnswer.Failed("the lease in " + LeaseScript.DIRECTORY + " cannot be read or written");
        };
    }

    private static LeaseClaim claim(Map<String, String> members) {
        return new LeaseClaim(
                members.getOrDefault("run", "unreadable"),
                members.getOrDefault("place", ""),
                members.getOrDefault("holder", "somebody"),
                instant(members.getOrDefault("since", "")),
                members.getOrDefault("command", "a run"));
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            return Instant.EPOCH; // an unreadable lease: the instant is for people only
        }
    }
}
