package io.urania.inventory.source;

import io.urania.inventory.problem.Findings;
import io.urania.inventory.problem.Position;
import io.urania.inventory.problem.Problem;
import io.urania.inventory.problem.Suggestion;
import io.urania.inventory.text.SourceFiles;
import io.urania.inventory.value.MapValue;
import io.urania.inventory.value.Value;
import io.urania.inventory.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The files below {@code group_vars} and {@code host_vars}. For a name the first of these counts and hides the others: no extension (a
 * folder or a file), {@code .yml}, {@code .yaml}, {@code .json}; a folder is read with everything in it.
 */
final class VariableFiles {
    private static final List<String> EXTENSIONS = List.of("", ".yml", ".yaml", ".json");

    private final SourceFiles files;
    private final YamlReader yaml;
    private final Findings findings;
    private final Map<Path, Set<String>> listings = new HashMap<>();
    private final Map<Path, List<MapValue>> layers = new HashMap<>();

    VariableFiles(SourceFiles files, YamlReader yaml, Findings findings) {
        this.files = files;
        this.yaml = yaml;
        this.findings = findings;
    }

    /** What the files for one name below {@code folder} set, lowest precedence first. */
    List<MapValue> read(Path folder, String name) {
        Set<String> present = listing(folder);
        for (String extension : EXTENSIONS) {
            if (present.contains(name + extension) && Files.exists(folder.resolve(name + extension))) {
                return layers(folder.resolve(name + extension));
            }
        }
        return List.of();
    }

    /** Warns about files below {@code folder} that are for none of the known names. */
    void warnAboutStrangers(Path folder, String kind, Collection<String> known) {
        for (String entry : listing(folder)) {
            String extension = extension(entry);
            boolean counts = EXTENSIONS.contains(extension) && !entry.startsWith(".") && !entry.endsWith("~");
            String name = entry.substring(0, entry.length() - extension.length());
            if (counts && !known.contains(name) && !known.contains(entry)) {
                findings.add(Problem.warning(
                        Position.startOf(folder.resolve(entry)),
                        "variables for " + kind + " '" + name + "', which does not exist",
                        "they are never used",
                        Suggestion.didYouMean(name, known, "rename the file or remove it")));
            }
        }
    }

    private List<MapValue> layers(Path path) {
        List<MapValue> known = layers.get(path);
        if (known == null) {
            List<MapValue> found = new ArrayList<>();
            if (Files.isDirectory(path)) {
                readFolder(path, found, 0);
            } else {
                readFile(path, found);
            }
            known = List.copyOf(found);
            layers.put(path, known);
        }
        return known;
    }

    private void readFolder(Path folder, List<MapValue> found, int depth) {
        if (depth > SourceReader.DEEPEST_FOLDER) {
            findings.add(SourceReader.tooDeep(folder));
            return;
        }
        for (String entry : listing(folder)) {
            String extension = extension(entry);
            Path path = folder.resolve(entry);
            if (entry.startsWith(".") || entry.endsWith("~") || !EXTENSIONS.contains(extension)) {
                continue;
            }
            if (!Files.isDirectory(path)) {
                readFile(path, found);
            } else if (extension.isEmpty() && !leadsBack(path)) {
                readFolder(path, found, depth + 1);
            }
        }
    }

    private void readFile(Path file, List<MapValue> found) {
        if (!Files.exists(file)) {
            return;
        }
        switch (files.read(file).flatMap(yaml::read).orElse(null)) {
            case null -> {}
            case MapValue map -> found.add(map);
            case Value other ->
                findings.add(Problem.error(
                        other.position(),
                        "the file contains a value of type " + other.type(),
                        "a variables file must be a mapping",
                        "write 'name: value' lines"));
        }
    }

    /** A symbolic link to a folder that contains it would never end. */
    private boolean leadsBack(Path folder) {
        try {
            Path real = folder.toRealPath();
            Path parent = folder.toAbsolutePath().getParent();
            if (parent != null && parent.toRealPath().startsWith(real)) {
                findings.add(Problem.error(
                        Position.startOf(folder), "a link to a directory that contains it", "", "remove the link"));
                return true;
            }
            return false;
        } catch (IOException unreadable) {
            findings.add(unreadable(folder, unreadable));
            return true;
        }
    }

    /** The names in a folder in code point order; none if it is no folder. */
    private Set<String> listing(Path folder) {
        Set<String> known = listings.get(folder);
        if (known == null) {
            known = list(folder);
            listings.put(folder, known);
        }
        return known;
    }

    private Set<String> list(Path folder) {
        return Files.isDirectory(folder) ? files.list(folder) : Set.of();
    }

    private static Problem unreadable(Path folder, IOException failure) {
        return Problem.error(
                Position.startOf(folder),
                "cannot read the directory",
                String.valueOf(failure.getMessage()),
                "check its permissions");
    }

    private static String extension(String name) {
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? "" : name.substring(dot);
    }
}
