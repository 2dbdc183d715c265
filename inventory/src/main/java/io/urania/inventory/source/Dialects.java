package io.urania.inventory.source;

import io.urania.inventory.problem.Findings;
import io.urania.inventory.problem.Position;
import io.urania.inventory.problem.Problem;
import io.urania.inventory.text.SourceFiles;
import io.urania.inventory.text.SourceText;
import io.urania.inventory.value.MapValue;
import io.urania.inventory.value.Value;
import io.urania.inventory.yaml.YamlReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Finds out what an inventory file is written in. Ansible tries YAML where the name allows it, then INI; a file that is neither is told
 * about as what it most likely was meant to be.
 */
final class Dialects {
    private static final List<String> YAML_ENDINGS = List.of(".yaml", ".yml", ".json");

    private final SourceFiles files;
    private final YamlReader yaml;
    private final Findings findings;

    Dialects(SourceFiles files, YamlReader yaml, Findings findings) {
        this.files = files;
        this.yaml = yaml;
        this.findings = findings;
    }

    void read(Path file, InventoryTree tree) {
        String name = String.valueOf(file.getFileName());
        if (name.endsWith(".toml")) {
            findings.add(Problem.error(
                    Position.startOf(file),
                    "an inventory in TOML",
                    "Urania reads YAML, JSON and INI",
                    "convert it: ansible-inventory -i " + file + " --list --yaml --output hosts.yaml"));
            return;
        }
        Optional<SourceText> source = files.read(file);
        if (source.isEmpty()) {
            return;
        }
        SourceText text = source.get();
        if (Files.isExecutable(file) && text.text().startsWith("#!")) {
            findings.add(Problem.error(
                    Position.startOf(file),
                    "a program, not an inventory",
                    "Urania runs no inventory scripts",
                    "write its result to a file: ansible-inventory -i " + file + " --list --yaml --output hosts.yaml"));
        } else if (YAML_ENDINGS.stream().anyMatch(name::endsWith)) {
            readYaml(text, tree);
        } else if (name.lastIndexOf('.') > 0 || !isYaml(text)) {
            new IniInventory(file, tree, findings).read(text);
        } else {
            readYaml(text, tree);
        }
    }

    /** Whether a file without an extension is YAML: a mapping, or so broken that its first line must decide. */
    private static boolean isYaml(SourceText text) {
        Findings attempt = new Findings();
        Optional<Value> value = new YamlReader(attempt).read(text);
        return attempt.hasErrors() ? beginsAsYaml(text.text()) : value.isPresent() && value.get() instanceof MapValue;
    }

    private static boolean beginsAsYaml(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#") && !line.startsWith(";"))
                .findFirst()
                .filter(line -> line.equals("---") || line.startsWith("{") || line.matches("[^\\s\\[=]+:(?:\\s.*)?"))
                .isPresent();
    }

    private void readYaml(SourceText text, InventoryTree tree) {
        yaml.read(text).ifPresent(value -> {
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
}
