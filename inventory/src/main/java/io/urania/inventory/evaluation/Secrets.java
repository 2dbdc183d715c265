package io.urania.inventory.evaluation;

import io.urania.inventory.problem.Position;
import io.urania.inventory.vault.Vault;
import java.nio.file.Path;
import java.util.Set;

/**
 * What of an inventory is encrypted.
 *
 * @param vault opens encrypted values
 * @param files the files that are encrypted as a whole
 */
public record Secrets(Vault vault, Set<Path> files) {
    public Secrets {
        files = Set.copyOf(files);
    }

    /** Whether what stands at this place was encrypted. */
    public boolean holds(Position position) {
        return !files.isEmpty() && files.contains(position.file());
    }
}
