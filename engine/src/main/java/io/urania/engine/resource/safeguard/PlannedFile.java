package io.urania.engine.resource.safeguard;

import java.util.Objects;
import java.util.Optional;

/**
 * A file that is read by what keeps the way to a host open.
 *
 * @param path absolute
 * @param mode permission bits in octal without leading zero; one that is there already keeps its own
 * @param before its text when the plan was made; empty if it was not there
 * @param after its text afterwards; empty if it goes
 */
public record PlannedFile(String path, String mode, Optional<String> before, Optional<String> after) {

    /** Whether there is anything to do. */
    public boolean isChanged() {
        return !Objects.equals(before, after);
    }
}
