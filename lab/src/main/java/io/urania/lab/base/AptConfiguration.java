package io.urania.lab.base;

import io.urania.lab.report.RackException;
import io.urania.lab.system.Commands;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where this machine gets its Debian packages: the rack's hosts get theirs from the same place. */
public record AptConfiguration(List<AptSource> sources) {
    public AptConfiguration {
        sources = List.copyOf(sources);
    }

    /** Reads {@code /etc/apt}, or another directory of that layout, in apt's own order. */
    public static AptConfiguration read(Path directory) throws IOException {
        List<AptSource> sources = new ArrayList<>();
        List<Path> files = new ArrayList<>(List.of(directory.resolve("sources.list")));
        Path parts = directory.resolve("sources.list.d");
        if (Files.isDirectory(parts)) {
            try (Stream<Path> listing = Files.list(parts)) {
                files.addAll(listing.sorted().toList());
            }
        }
        for (Path file : files) {
            if (!Files.isReadable(file)) {
                continue;
            }
            String name = file.getFileName().toString();
            String text = Files.readString(file, StandardCharsets.UTF_8);
            if (name.endsWith(".list")) {
                sources.addAll(AptSource.parseList(text));
            } else if (name.endsWith(".sources")) {
                sources.addAll(AptSource.parseParagraphs(text));
            }
        }
        return new AptConfiguration(sources);
    }

    /** The first Debian archive, without a slash at its end. */
    public Optional<String> mirror() {
        return sources.stream()
                .filter(AptSource::isDebianArchive)
                .map(source -> source.uri().replaceFirst("/+$", ""))
                .findFirst();
    }

    /** A {@code sources.list} for a host of this Debian release. */
    public String sourcesList(String release) {
        var text = new StringBuilder();
        mirror().ifPresent(mirror -> text.append("deb %s %s main%n".formatted(mirror, release))
                .append("deb %s %s-updates main%n".formatted(mirror, release)));
        sources.stream()
                .filter(AptSource::isDebianSecurity)
                .findFirst()
                .ifPresent(security -> text.append("deb %s %s-security main%n".formatted(security.uri(), release)));
        return text.toString();
    }

    /** This machine's proxy settings as an apt configuration, empty if it has none that hosts could reach. */
    public static String proxy() throws RackException, IOException, InterruptedException {
        String settings = Commands.output(List.of(
                "apt-config", "dump", "--format", "%f \"%v\";%n", "Acquire::http::Proxy", "Acquire::https::Proxy"));
        return settings.lines()
                .filter(line -> !line.endsWith("\"\";"))
                .filter(line -> !line.contains("localhost") && !line.contains("//127."))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }
}
