package io.urania.inventory.source;

import io.urania.inventory.problem.Findings;
import io.urania.inventory.problem.Position;
import io.urania.inventory.problem.Problem;
import io.urania.inventory.text.SourceFiles;
import io.urania.inventory.text.SourceText;
import io.urania.inventory.text.ValueBudget;
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
    private final ValueBudget budget;

    Dialects(SourceFiles files, YamlReader yaml, Findings findings, ValueBudget budget) {
        this.files = files;
        this.yaml = yaml;
        this.findings = findings;
        this.budget = budget;
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
                    "Urania does not run inventory scripts",
                    "write its result to a file: ansible-inventory -i " + file + " --list --yaml --output hosts.yaml"));
        } else if (YAML_ENDINGS.stream().anyMatch(name::endsWith)) {
            yaml.read(text).ifPresent(document -> readYaml(document, tree));
        } else if (name.lastIndexOf('.') > 0) {
            readIni(text, tree);
        } else {
            readEither(text, tree);
        }
    }

    /** A file without an extension is YAML if that makes a mapping of it; if it is no YAML at all, its first line must decide. */
    private void readEither(SourceText text, InventoryTree tree) {
        Findings attempt = new Findings();
        long before = budget.used();
        Optional<Value> value = new YamlReader(attempt, budget).read(text);
        if (attempt.hasErrors() ? beginsAsYaml(text.text()) : value.orElse(null) instanceof MapValue) {
            findings.addAll(attempt);
            value.ifPresent(found -> readYaml(found, tree));
        } else {
            budget.backTo(before);
            readIni(text, tree);
        }
    }

    private void readIni(SourceText text, InventoryTree tree) {
        new IniInventory(text.file(), tree, findings, budget).read(text);
    }

    private static boolean beginsAsYaml(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#") && !line.startsWith(";"))
                .findFirst()
                .filter(line -> line.equals("---") || line.startsWith("{") || line.matches("[^\\s\\[=]+:(?:\\s.*)?"))
                .isPresent();
    }

    private void readYaml(Value document, InventoryTree tree) {
        if (document instanceof MapValue map) {
            new YamlInventory(tree, findings).read(map);
        } else {
            findings.add(Problem.error(
                    document.position(),
                    "an inventory that is a value of type " + document.type(),
                    "a YAML inventory is a mapping of groups",
                    "start it with 'all:' and 'hosts:' below"));
        }
    }
}
