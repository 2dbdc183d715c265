package io.urania.inventory.source;

import io.urania.inventory.problem.Findings;
import io.urania.inventory.problem.InventoryException;
import io.urania.inventory.problem.Problem;
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
    private final Map<String, List<MapValue>> groupFiles = new HashMap<>();
    private final Map<String, List<MapValue>> groupFilesOfWorkingDirectory = new HashMap<>();
    private final Map<String, List<MapValue>> hostFiles = new HashMap<>();
    private final Map<Host, List<MapValue>> layers = new HashMap<>();
    private final List<Problem> warnings;

    private LoadedInventory(List<Path> sources, Path workingDirectory, Map<String, List<String>> addedGroups)
            throws InventoryException {
        Findings findings = new Findings();
        YamlReader yaml = new YamlReader(findings);
        tree = new InventoryTree(findings);
        SourceReader reader = new SourceReader(tree, yaml, findings);
        sources.forEach(reader::read);
        addedGroups.forEach(tree::addHostsOf);
        tree.complete();
        readVariableFiles(new VariableFiles(yaml, findings), sources, workingDirectory);
        if (tree.hosts().isEmpty()) {
            findings.throwIfErrors();
            findings.add(Problem.error(
                    null,
                    "the inventory has no hosts",
                    "read: "
                            + String.join(
                                    ", ", sources.stream().map(Path::toString).toList()),
                    "name at least one host below 'hosts:'"));
        }
        findings.throwIfErrors();
        warnings = findings.warnings();
        tree.hosts().forEach(host -> layers.put(host, layersInOrder(host)));
    }

    /**
     * Reads sources in their order.
     *
     * @param workingDirectory where Ansible would look for the playbook's {@code group_vars} and {@code host_vars}
     * @param addedGroups groups to make of the hosts of others
     * @throws InventoryException with everything wrong, if anything is
     */
    public static LoadedInventory read(List<Path> sources, Path workingDirectory, Map<String, List<String>> addedGroups)
            throws InventoryException {
        return new LoadedInventory(sources, workingDirectory, addedGroups);
    }

    public InventoryTree tree() {
        return tree;
    }

    public List<Problem> warnings() {
        return warnings;
    }

    /**
     * Everything that sets variables for a host, lowest precedence first: inline {@code all}, inline groups, {@code group_vars/all},
     * {@code group_vars} of the groups, inline host, {@code host_vars}.
     */
    public List<MapValue> layersOf(Host host) {
        return layers.getOrDefault(host, List.of());
    }

    /** Every set of variables in the inventory once, whoever it is for. */
    public Set<MapValue> allLayers() {
        Set<MapValue> all = Collections.newSetFromMap(new IdentityHashMap<>());
        tree.groups().forEach(group -> all.addAll(group.inline()));
        tree.hosts().forEach(host -> all.addAll(host.inline()));
        groupFiles.values().forEach(all::addAll);
        groupFilesOfWorkingDirectory.values().forEach(all::addAll);
        hostFiles.values().forEach(all::addAll);
        return all;
    }

    private void readVariableFiles(VariableFiles files, List<Path> sources, Path workingDirectory) {
        Set<Path> directories = new LinkedHashSet<>();
        for (Path source : sources) {
            directories.add(directoryOf(source));
        }
        List<String> groups = tree.groups().stream().map(Group::name).toList();
        List<String> hosts = tree.hosts().stream().map(Host::name).toList();
        for (Path directory : directories) {
            files.warnAboutStrangers(directory.resolve("group_vars"), "group", groups);
            files.warnAboutStrangers(directory.resolve("host_vars"), "host", hosts);
        }
        // The working directory's files win over the sources' own; what is both counts as the working directory's.
        directories.removeIf(directory -> directory.toAbsolutePath().normalize().equals(workingDirectory));
        Set<Path> last = Set.of(shortest(workingDirectory));
        for (String group : groups) {
            groupFiles.put(group, read(files, directories, "group_vars", group));
            groupFilesOfWorkingDirectory.put(group, read(files, last, "group_vars", group));
        }
        directories.addAll(last);
        for (String host : hosts) {
            hostFiles.put(host, read(files, directories, "host_vars", host));
        }
    }

    /** The working directory as a person would write it: places in it stay short. */
    private static Path shortest(Path directory) {
        return directory.equals(Path.of("").toAbsolutePath()) ? Path.of("") : directory;
    }

    private static List<MapValue> read(VariableFiles files, Set<Path> directories, String folder, String name) {
        return directories.stream()
                .flatMap(directory -> files.read(directory.resolve(folder), name).stream())
                .toList();
    }

    private List<MapValue> layersInOrder(Host host) {
        List<Group> groups = tree.groupsOf(host);
        List<MapValue> ordered = new ArrayList<>();
        groups.forEach(group -> ordered.addAll(group.inline()));
        List<Group> all = groups.stream()
                .filter(group -> group.name().equals(InventoryTree.ALL))
                .toList();
        List<Group> others =
                groups.stream().filter(group -> !all.contains(group)).toList();
        for (List<Group> ranked : List.of(all, others)) {
            ranked.forEach(group -> ordered.addAll(groupFiles.getOrDefault(group.name(), List.of())));
            ranked.forEach(group -> ordered.addAll(groupFilesOfWorkingDirectory.getOrDefault(group.name(), List.of())));
        }
        ordered.addAll(host.inline());
        ordered.addAll(hostFiles.getOrDefault(host.name(), List.of()));
        return List.copyOf(ordered);
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
