package io.urania.inventory.source;

import io.urania.inventory.problem.Findings;
import io.urania.inventory.problem.Position;
import io.urania.inventory.problem.Problem;
import io.urania.inventory.value.MapValue;
import io.urania.inventory.value.Value;
import io.urania.inventory.yaml.YamlReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the sources named with {@code -i}: files, and folders of them. */
final class SourceReader {
    /** Ansible's INVENTORY_IGNORE_EXTS. */
    private static final List<String> IGNORED_ENDINGS =
            List.of(".pyc", ".pyo", ".swp", ".bak", "~", ".rpm", ".md", ".txt", ".rst", ".orig", ".cfg", ".retry");

    /**
     * What in an inventory's folder is no inventory. Ansible reads {@code artifacts} and {@code credentials} unless its configuration
     * says otherwise, which Kubespray's does; Urania and Kubespray write there themselves.
     */
    private static final Set<String> IGNORED_NAMES =
            Set.of("group_vars", "host_vars", "vars_plugins", "artifacts", "credentials");

    private static final int DEEPEST_FOLDER = 32;

    private final InventoryTree tree;
    private final YamlReader yaml;
    private final Findings findings;

    SourceReader(InventoryTree tree, YamlReader yaml, Findings findings) {
        this.tree = tree;
        this.yaml = yaml;
        this.findings = findings;
    }

    void read(Path source) {
        if (!Files.exists(source)) {
            findings.add(Problem.error(
                    null,
                    "no inventory at " + source,
                    "there is no such file or folder",
                    "name a hosts file or an inventory's folder with -i"));
        } else if (Files.isDirectory(source)) {
            readFolder(source, 0);
        } else {
            readFile(source);
        }
    }

    private void readFolder(Path folder, int depth) {
        if (depth > DEEPEST_FOLDER) {
            findings.add(Problem.error(
                    Position.startOf(folder),
                    "folders too deep below each other",
                    "a link may lead back",
                    "remove it"));
            return;
        }
        List<Path> entries;
        try (Stream<Path> listed = Files.list(folder)) {
            entries = listed.filter(SourceReader::counts).sorted().toList();
        } catch (IOException unreadable) {
            findings.add(Problem.error(
                    Position.startOf(folder),
                    "cannot read the folder",
                    String.valueOf(unreadable.getMessage()),
                    "check its permissions"));
            return;
        }
        for (Path entry : entries) {
            if (Files.isDirectory(entry)) {
                readFolder(entry, depth + 1);
            } else {
                readFile(entry);
            }
        }
    }

    private void readFile(Path file) {
        if (startsWithShebang(file)) {
            findings.add(Problem.error(
                    Position.startOf(file),
                    "a program, not an inventory",
                    "Urania runs no inventory scripts",
                    "write its result to a YAML file and name that"));
            return;
        }
        if (!isNamedAsYaml(file) || startsWithSection(file)) {
            findings.add(Problem.error(
                    Position.startOf(file),
                    "not a YAML inventory",
                    "Urania reads inventories in YAML (.yaml, .yml, .json or no extension), not in INI",
                    "convert it: ansible-inventory -i " + file + " --list --yaml --output hosts.yaml"));
            return;
        }
        Optional<Value> document = yaml.read(file);
        document.ifPresent(value -> {
            if (value instanceof MapValue map) {
                new YamlInventory(tree, findings).read(map);
            } else {
                findings.add(Problem.error(
                        value.position(),
                        "an inventory that is a value of type " + value.type(),
                        "a YAML inventory is a mapping of groups",
                        "start it with 'all:' and 'hosts:' below"));
            }
        });
    }

    private static boolean counts(Path entry) {
        String name = String.valueOf(entry.getFileName());
        return !name.startsWith(".")
                && !IGNORED_NAMES.contains(name)
                && IGNORED_ENDINGS.stream().noneMatch(name::endsWith);
    }

    private static boolean isNamedAsYaml(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.lastIndexOf('.') <= 0 || Stream.of(".yaml", ".yml", ".json").anyMatch(name::endsWith);
    }

    /** Whether the first line that says something is an INI section such as {@code [kube_node:children]}. */
    private static boolean startsWithSection(Path file) {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            String line = lines.readLine();
            while (line != null && (line.isBlank() || line.startsWith("#") || line.startsWith(";"))) {
                line = lines.readLine();
            }
            return line != null && line.startsWith("[") && line.stripTrailing().endsWith("]") && line.indexOf(',') < 0;
        } catch (IOException unreadable) {
            // The reader of the content meets the same failure and reports it with its place.
            return false;
        }
    }

    private static boolean startsWithShebang(Path file) {
        if (!Files.isRegularFile(file) || !Files.isExecutable(file)) {
            return false;
        }
        try (InputStream stream = Files.newInputStream(file)) {
            return stream.read() == '#' && stream.read() == '!';
        } catch (IOException unreadable) {
            // The reader of the content meets the same failure and reports it with its place.
            return false;
        }
    }
}
