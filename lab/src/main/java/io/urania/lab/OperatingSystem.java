package io.urania.lab;

import io.urania.lab.host.HostFiles;
import io.urania.lab.platform.Distribution;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The name of a host's operating system, from its os-release file, whether it runs or not. */
final class OperatingSystem {
    private static final String FILE = "usr/lib/os-release";
    private static final String NAME = "PRETTY_NAME=";

    private OperatingSystem() {}

    /** @param base the tree that the host's layer lies on */
    static String of(HostFiles files, Optional<Path> base, Distribution planned) throws IOException {
        Path own = files.directory().resolve("upper").resolve(FILE);
        Path release = Files.exists(own) || base.isEmpty() ? own : base.get().resolve(FILE);
        if (!Files.exists(release)) {
            return planned.title();
        }
        return Files.readAllLines(release, StandardCharsets.UTF_8).stream()
                .filter(line -> line.startsWith(NAME))
                .findFirst()
                .map(line -> line.substring(NAME.length()).replace("\"", ""))
                .orElse("unknown");
    }
}
