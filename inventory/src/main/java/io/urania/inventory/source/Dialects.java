package io.urania.inventory.source;

import io.urania.inventory.problem.Findings;
import io.urania.inventory.problem.Position;
import io.urania.inventory.problem.Problem;
import io.urania.inventory.problem.Severity;
import io.urania.inventory.text.SourceFiles;
import io.urania.inventory.text.SourceText;
import io.urania.inventory.text.ValueBudget;
import io.urania.inventory.value.ListValue;
import io.urania.inventory.value.MapValue;
import io.urania.inventory.value.Value;
import io.urania.inventory.yaml.YamlReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds out what an inventory file is written in. Ansible tries YAML where the name allows it, then INI; a file that is neither is told
 * about as what it most likely was meant to be.
 */
final class Dialects {
    private static final List<String> YAML_ENDINGS = List.of(".yaml", ".yml", ".json");

    private final SourceFiles files;
    private final Findings findings;
    private final ValueBudget budget;
    private final Set<Path> iniFiles = new HashSet<>();

    Dialects(SourceFiles files, Findings findings, ValueBudget budget) {
        this.files = files;
        this.findings = findings;
        this.budget = budget;
    }

    /** The files read so far that are INI. */
    Set<Path> iniFiles() {
        return Collections.unmodifiableSet(iniFiles);
    }

    /**
     * Reads a file.
     *
     * @param found whether it was found in a folder, where other files may lie beside the inventory's
     */
    void read(Path file, InventoryTree tree, boolean found) {
        String name = String.valueOf(file.getFileName());
        if (name.endsWith(".toml")) {
            findings.add(Problem.error(
                    Position.startOf(file),
                    "an inventory in TOML",
                    "Urania reads YAML, JSON and INI",
                    "convert it: ansible-inventory -i " + file + " --list --yaml --output hosts.yaml"));
            return;
        }
        boolean mayBeForeign = found && !ForeignFile.isNamedAsInventory(name);
        Optional<SourceText> source = files.read(file, mayBeForeign ? Severity.WARNING : Severity.ERROR);
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
            return;
        }
        boolean isYaml = YAML_ENDINGS.stream().anyMatch(name::endsWith);
        Optional<Problem> foreign = mayBeForeign ? foreign(text, isYaml) : Optional.empty();
        if (foreign.isPresent()) {
            findings.add(foreign.get());
        } else if (isYaml) {
            readYaml(text, tree);
        } else if (name.lastIndexOf('.') > 0) {
            readIni(text, tree);
        } else {
            readEither(text, tree);
        }
    }

    /** What a file is that was found beside inventories and is none; empty if it is meant as one. */
    private Optional<Problem> foreign(SourceText text, boolean isYaml) {
        Optional<Problem> manifest = ForeignFile.manifest(text);
        if (manifest.isPresent()) {
            return manifest;
        }
        long before = budget.used();
        try {
            Findings attempt = new Findings();
            Optional<Value> document = new YamlReader(attempt, budget).read(text);
            if (isYaml || document.orElse(null) instanceof MapValue || beginsAsYaml(text.text())) {
                return attempt.hasErrors() ? Optional.empty() : document.flatMap(ForeignFile::document);
            }
            if (ForeignFile.hasSections(text)) {
                return Optional.empty();
            }
            budget.backTo(before);
            Findings lines = new Findings();
            new IniInventory(text.file(), new InventoryTree(lines), lines, budget).read(text);
            return lines.firstError().map(first -> ForeignFile.lines(text, first));
        } finally {
            budget.backTo(before);
        }
    }

    /** A file of the other format is told once, not line by line. */
    private void readYaml(SourceText text, InventoryTree tree) {
        Findings attempt = new Findings();
        Optional<Value> document = new YamlReader(attempt, budget).read(text);
        if (ForeignFile.beginsWithSection(text)
                && (attempt.hasErrors() || document.orElse(null) instanceof ListValue)) {
            findings.add(Problem.error(
                    Position.startOf(text.file()),
                    "an inventory in INI",
                    "its name says that it is YAML, and it is read as YAML",
                    "rename the file: .ini in place of its extension"));
            return;
        }
        findings.addAll(attempt);
        document.ifPresent(found -> readYaml(found, tree));
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
        iniFiles.add(text.file());
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
