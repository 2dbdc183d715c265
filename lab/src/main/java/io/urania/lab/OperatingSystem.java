package io.urania.lab;

import io.urania.lab.base.BaseRecipe;
import io.urania.lab.host.HostFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The name of a host's operating system, from its os-release file, whether it runs or not. */
final class OperatingSystem {
    private static final String FILE = "usr/lib/os-release";
    private static final String NAME = "PRETTY_NAME=";

    private OperatingSystem() {}

    static String of(HostFiles files, @Nullable String base) throws IOException {
        Path own = files.directory().resolve("upper").resolve(FILE);
        Path release = Files.exists(own) || base == null ? own : Path.of(base).resolve(FILE);
        if (!Files.exists(release)) {
            return "Debian " + BaseRecipe.RELEASE;
        }
        return Files.readAllLines(release, StandardCharsets.UTF_8).stream()
                .filter(line -> line.startsWith(NAME))
                .findFirst()
                .map(line -> line.substring(NAME.length()).replace("\"", ""))
                .orElse("unknown");
    }
}
