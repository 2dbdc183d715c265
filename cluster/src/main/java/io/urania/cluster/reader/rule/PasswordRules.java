package io.urania.cluster.reader.rule;

import io.urania.cluster.reader.source.Source;
import io.urania.inventory.library.lookup.NewPasswords;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Passwords that {@code lookup('password', …)} makes are kept where an inventory's secrets are, and nowhere else on this machine. */
public record PasswordRules(Source source) {

    public void check(Path credentials) {
        List<Path> folders = List.of(source.inventory().directory(), credentials);
        source.inventory().newPasswords().places().forEach((file, position) -> {
            if (folders.stream().noneMatch(folder -> isBelow(file, folder))) {
                source.error(
                        position,
                        "lookup('password', …) would create " + file,
                        "apply creates passwords only below the inventory directory and in credentials_dir",
                        "use a file in credentials_dir, or create this one yourself");
            }
        });
    }

    private static boolean isBelow(Path file, Path folder) {
        try {
            return NewPasswords.isBelow(file, folder);
        } catch (IOException _) {
            return false; // a folder on the way that may not be entered
        }
    }
}
