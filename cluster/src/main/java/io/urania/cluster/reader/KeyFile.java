package io.urania.cluster.reader;

import io.urania.inventory.file.RegularFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A file that ssh reads to log in, as an inventory names it. ssh would wait for a pipe without end, before it connects to anybody.
 *
 * @param name as it is written: relative to where Urania is started, or to {@code ~}; ssh_config(5) has tokens for it
 */
record KeyFile(String name) {

    private static final Pattern HOME = Pattern.compile("^~(?=/)|%d");
    private static final Pattern TOKEN = Pattern.compile("%(?!%)|\\$\\{");

    /** Why ssh must not read it. */
    Optional<String> wrong() {
        String expanded = HOME.matcher(name).replaceAll(_ -> System.getProperty("user.home"));
        if (expanded.startsWith("~")) {
            return Optional.of("points to another user's home directory");
        }
        if (TOKEN.matcher(expanded.replace("%%", "")).find()) {
            return Optional.of("contains a token that only ssh can expand");
        }
        try {
            Path file = Path.of(expanded.replace("%%", "%"));
            return Files.exists(file) && !RegularFile.is(file)
                    ? Optional.of("does not point to a regular file")
                    : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.of("has characters that no file's name has with this locale");
        } catch (IOException e) {
            return Optional.of("points to a file that cannot be examined (" + e.getMessage() + ")");
        }
    }
}
