package io.urania.inventory.source;

import io.urania.inventory.problem.Findings;
import io.urania.inventory.problem.InventoryException;
import io.urania.inventory.problem.Problem;
import io.urania.inventory.text.SourceFiles;
import io.urania.inventory.text.ValueBudget;
import io.urania.inventory.value.MapValue;
import io.urania.inventory.yaml.YamlReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Hosts, groups and unrendered variables of several sources. Does not change once it is read. */
public final class LoadedInventory {
    private final InventoryTree tree;
    private final FileLayers groupFiles;
    private final FileLayers hostFiles;
    private final List<MapValue> extra;
    private final Map<Host, List<MapValue>> layers = new HashMap<>();
    private final Set<Path> encryptedFiles;
    private final Set<Path> iniFiles;
    private final List<Problem> warnings;

    private LoadedInventory(Reading reading) throws InventoryException {
        Findings findings = new Findings();
        SourceFiles files = new SourceFiles(reading.vault(), findings);
        ValueBudget budget = new ValueBudget();
        YamlReader yaml = new YamlReader(findings, budget);
        tree = new InventoryTree(findings);
        Dialects dialects = new Dialects(files, findings, budget);
        SourceReader sources = new SourceReader(tree, dialects, files, findings);
        reading.sources().forEach(sources::read);
        reading.addedGroups().forEach(tree::addHostsOf);
        tree.complete();
        List<String> groups = tree.groups().stream().map(Group::name).toList();
        List<String> hosts = tree.hosts().stream().map(Host::name).toList();
        VariableFiles variables = new VariableFiles(files, yaml, findings);
        List<Path> directories = directories(reading.sources(), reading.workingDirectory());
        Path last = ExtraVariables.shortest(reading.workingDirectory());
        Set.copyOf(directories).forEach(directory -> {
            variables.warnAboutStrangers(directory.resolve("group_vars"), "group", groups);
            variables.warnAboutStrangers(directory.resolve("host_vars"), "host", hosts);
        });
        groupFiles = new FileLayers(variables, "group_vars", directories, last, groups);
        hostFiles = new FileLayers(variables, "host_vars", directories, last, hosts);
        extra = new ExtraVariables(files, yaml, findings, reading.workingDirectory()).read(reading.extraVariables());
        findings.throwIfErrors();
        warnings = findings.warnings();
        encryptedFiles = Set.copyOf(files.encrypted());
        iniFiles = Set.copyOf(dialects.iniFiles());
        tree.hosts().forEach(host -> layers.put(host, layersInOrder(host)));
    }

    /**
     * Reads an inventory.
     *
     * @throws InventoryException with everything wrong, if anything is
     */
    public static LoadedInventory read(Reading reading) throws InventoryException {
        return new LoadedInventory(reading);
    }

    public InventoryTree tree() {
        return tree;
    }

    public List<Problem> warnings() {
        return warnings;
    }

    /** The files that are encrypted as a whole. */
    public Set<Path> encryptedFiles() {
        return encryptedFiles;
    }

    /** The sources that were read as INI. */
    public Set<Path> iniFiles() {
        return iniFiles;
    }

    /**
     * Everything that sets variables for a host, lowest precedence first: inline {@code all}, inline groups, {@code group_vars/all},
     * {@code group_vars} of the groups, inline host, {@code host_vars}, extra variables.
     */
    public List<MapValue> layersOf(Host host) {
        return layers.getOrDefault(host, List.of());
    }

    /** What is written for a group, inline and beside the sources: what {@code ansible-inventory --export} shows of it. */
    public List<MapValue> layersOf(Group group) {
        List<MapValue> ordered = new ArrayList<>(group.inline());
        ordered.addAll(groupFiles.ofSources(List.of(group.name())));
        return ordered;
    }

    /** What is written for a host alone, without its groups and the working directory: what {@code --export} shows of it. */
    public List<MapValue> ownLayersOf(Host host) {
        List<MapValue> ordered = new ArrayList<>(host.inline());
        ordered.addAll(hostFiles.ofSources(List.of(host.name())));
        return ordered;
    }

    /** Every set of variables in the inventory once, whoever it is for. */
    public Set<MapValue> allLayers() {
        Set<MapValue> all = Collections.newSetFromMap(new IdentityHashMap<>());
        tree.groups().forEach(group -> all.addAll(group.inline()));
        tree.hosts().forEach(host -> all.addAll(host.inline()));
        all.addAll(groupFiles.all());
        all.addAll(hostFiles.all());
        all.addAll(extra);
        return all;
    }

    private List<MapValue> layersInOrder(Host host) {
        List<Group> groups = tree.groupsOf(host);
        List<String> all = List.of(InventoryTree.ALL);
        List<String> others = groups.stream()
                .map(Group::name)
                .filter(name -> !name.equals(InventoryTree.ALL))
                .toList();
        List<MapValue> ordered = new ArrayList<>();
        groups.forEach(group -> ordered.addAll(group.inline()));
        for (List<String> ranked : List.of(all, others)) {
            ordered.addAll(groupFiles.ofSources(ranked));
            ordered.addAll(groupFiles.ofWorkingDirectory(ranked));
        }
        List<String> own = List.of(host.name());
        ordered.addAll(host.inline());
        ordered.addAll(hostFiles.ofSources(own));
        ordered.addAll(hostFiles.ofWorkingDirectory(own));
        ordered.addAll(extra);
        return lastOfEach(ordered);
    }

    /** A source named twice is read twice by Ansible; only the last time matters. */
    private static List<MapValue> lastOfEach(List<MapValue> layers) {
        Set<MapValue> seen = Collections.newSetFromMap(new IdentityHashMap<>(layers.size()));
        List<MapValue> last = new ArrayList<>(layers.size());
        for (MapValue layer : layers.reversed()) {
            if (seen.add(layer)) {
                last.add(layer);
            }
        }
        return List.copyOf(last.reversed());
    }

    /** Where variable files lie beside the sources; the working directory, which is looked at last anyway, is left out. */
    private static List<Path> directories(List<Path> sources, Path workingDirectory) {
        Set<Path> directories = new LinkedHashSet<>();
        for (Path source : sources) {
            if (!SourceReader.isHostList(source)) {
                Path directory = directoryOf(source);
                directories.remove(directory);
                directories.add(directory);
            }
        }
        directories.removeIf(directory -> directory.toAbsolutePath().normalize().equals(workingDirectory));
        return List.copyOf(directories);
    }

    /** The folder of a source: itself, or the folder its file is in. */
    public static Path directoryOf(Path source) {
        if (Files.isDirectory(source)) {
            return source;
        }
        Path parent = source.getParent();
        return parent == null ? Path.of("") : parent;
    }
}
