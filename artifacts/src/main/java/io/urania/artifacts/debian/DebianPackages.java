package io.urania.artifacts.debian;

import io.urania.artifacts.Architecture;
import io.urania.artifacts.ArtifactException;
import io.urania.artifacts.Progress;
import io.urania.artifacts.command.Command;
import io.urania.artifacts.command.CommandFailed;
import io.urania.artifacts.files.DirectoryTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Downloads packages with the machine's own apt, from its own mirrors and checked with its own keys, but with a state of
 * our own: nothing is installed, and the architecture need not be the machine's.
 */
public final class DebianPackages {
    private final Path directory;
    private final Progress progress;

    /** Keeps package lists, downloads and unpacked trees in that directory; it is made when it is needed. */
    public DebianPackages(Path directory, Progress progress) {
        this.directory = directory;
        this.progress = progress;
    }

    /** Downloads the packages with all they depend on and unpacks them. */
    public DebianTree unpack(Architecture architecture, List<String> packages)
            throws ArtifactException, InterruptedException {
        Path place = directory.resolve(architecture.goName());
        Path log = place.resolve("apt.log");
        try {
            for (String needed : List.of("state/lists/partial", "cache/archives/partial")) {
                Files.createDirectories(place.resolve(needed));
            }
            Files.deleteIfExists(log);
            Files.writeString(place.resolve("state/status"), "");
            DirectoryTree.delete(place.resolve("cache/archives"));
            Files.createDirectories(place.resolve("cache/archives/partial"));
            update(place, architecture, log);
            List<String> download =
                    new ArrayList<>(List.of("install", "--yes", "--download-only", "--no-install-recommends"));
            packages.forEach(name -> download.add(name + ":" + architecture.debianName()));
            apt(place, architecture, download).run(log);
            return unpackArchives(place, architecture, packages, log);
        } catch (CommandFailed e) {
            throw new ArtifactException(
                    "cannot get the Debian packages " + String.join(", ", packages) + " for "
                            + architecture.debianName(),
                    String.valueOf(e.getMessage()),
                    e.isMissing()
                            ? "create the bundle on a Debian or Ubuntu machine, or use a mirror that has the images"
                            : "check that apt-get update works on this machine, then run this again",
                    e);
        } catch (IOException e) {
            throw new ArtifactException(
                    "cannot unpack Debian packages in " + place,
                    String.valueOf(e.getMessage()),
                    "check the directory's permissions and free space",
                    e);
        }
    }

    /** One list of several that cannot be had, of a mirror being renewed for example, need not stop the packages. */
    private void update(Path place, Architecture architecture, Path log)
            throws CommandFailed, IOException, InterruptedException {
        try {
            apt(place, architecture, List.of("update")).run(log);
        } catch (CommandFailed e) {
            if (e.isMissing()) {
                throw e;
            }
            progress.note("apt-get update did not get every list of packages for " + architecture.debianName()
                    + "; going on with those it has; the log is " + log);
        }
    }

    private static DebianTree unpackArchives(Path place, Architecture architecture, List<String> packages, Path log)
            throws CommandFailed, IOException, InterruptedException {
        Path root = place.resolve("tree");
        DirectoryTree.delete(root);
        Files.createDirectories(root);
        List<Path> archives;
        try (Stream<Path> files = Files.list(place.resolve("cache/archives"))) {
            archives = files.filter(file -> file.toString().endsWith(".deb"))
                    .sorted()
                    .toList();
        }
        List<String> versions = new ArrayList<>();
        for (Path archive : archives) {
            new Command(List.of("dpkg-deb", "--extract", archive.toString(), root.toString()), place, Map.of())
                    .run(log);
            // The name of an archive is NAME_VERSION_ARCHITECTURE.deb, with a colon written as %3a.
            List<String> parts = List.of(String.valueOf(archive.getFileName()).split("_", -1));
            if (packages.contains(parts.getFirst())) {
                versions.add(parts.getFirst() + " " + parts.get(1).replace("%3a", ":"));
            }
        }
        return new DebianTree(root, architecture, versions);
    }

    private static Command apt(Path place, Architecture architecture, List<String> arguments) {
        List<String> words = new ArrayList<>(List.of("apt-get", "-q"));
        for (String option : List.of(
                "Dir::State=" + place.resolve("state"),
                "Dir::State::status=" + place.resolve("state/status"),
                "Dir::Cache=" + place.resolve("cache"),
                "APT::Architecture=" + architecture.debianName(),
                "APT::Architectures=" + architecture.debianName(),
                "APT::Sandbox::User=root",
                "Acquire::Languages=none",
                "Acquire::Retries=3")) {
            words.add("-o");
            words.add(option);
        }
        words.addAll(arguments);
        return new Command(words, place, Map.of("DEBIAN_FRONTEND", "noninteractive", "LC_ALL", "C.UTF-8"));
    }
}
