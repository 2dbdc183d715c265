package io.urania.inventory.source;

import io.urania.inventory.problem.Findings;
import io.urania.inventory.problem.Position;
import io.urania.inventory.problem.Problem;
import io.urania.inventory.text.SourceFiles;
import io.urania.inventory.text.UnreadableException;
import io.urania.inventory.value.MapValue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the sources named with {@code -i}: files, folders of them, and lists of hosts with commas. */
final class SourceReader {
    /** Ansible's INVENTORY_IGNORE_EXTS. */
    private static final List<String> IGNORED_ENDINGS =
            List.of(".pyc", ".pyo", ".swp", ".bak", "~", ".rpm", ".md", ".txt", ".rst", ".orig", ".cfg", ".retry");

    /**
     * What in an inventory's folder is no inventory. Ansible reads {@code artifacts} and {@code credentials} unless its configuration
     * says otherwise, which Kubespray's does; Urania and Kubespray write there themselves. {@code patches} has what kubeadm merges into its
     * manifests, in the inventories that Kubespray gives as examples.
     */
    private static final Set<String> IGNORED_NAMES =
            Set.of("group_vars", "host_vars", "vars_plugins", "artifacts", "credentials", "patches");

    static final int DEEPEST_FOLDER = 32;

    private final InventoryTree tree;
    private final Dialects dialects;
    private final SourceFiles files;
    private final Findings findings;

    SourceReader(InventoryTree tree, Dialects dialects, SourceFiles files, Findings findings) {
        this.files = files;
        this.tree = tree;
        this.dialects = dialects;
        this.findings = findings;
    }

    void read(Path source) {
        if (isHostList(source)) {
            readHostList(source);
        } else if (!Files.exists(source)) {
            findings.add(Problem.error(
                    null,
                    "no inventory at " + source,
                    "no such file or directory",
                    "pass a hosts file or an inventory directory with -i"));
        } else if (Files.isDirectory(source)) {
            readFolder(source, 0);
        } else {
            readFile(source, false);
        }
    }

    private void readFile(Path file, boolean found) {
        try {
            dialects.read(file, tree, found);
        } catch (UnreadableException refused) {
            findings.add(refused.problem());
        }
    }

    /** Whether it names hosts themselves, as {@code pi1,pi2} or {@code pi1,} do. */
    static boolean isHostList(Path source) {
        return source.toString().indexOf(',') >= 0 && !Files.exists(source);
    }

    private void readHostList(Path source) {
        Position position = Position.startOf(source);
        Group ungrouped = tree.addGroup(InventoryTree.UNGROUPED, null);
        for (String written : source.toString().split(",", -1)) {
            if (!written.isBlank()) {
                HostAddress address = HostAddress.parse(written.strip());
                HostPattern host = new HostPattern(List.of(address.host()), address.port());
                tree.addHosts(ungrouped, host, position, new MapValue(Map.of(), position));
            }
        }
    }

    private void readFolder(Path folder, int depth) {
        if (depth > DEEPEST_FOLDER) {
            findings.add(tooDeep(folder));
            return;
        }
        for (String name : files.list(folder)) {
            Path entry = folder.resolve(name);
            if (!counts(name)) {
                continue;
            }
            if (Files.isDirectory(entry)) {
                readFolder(entry, depth + 1);
            } else {
                readFile(entry, true);
            }
        }
    }

    static Problem tooDeep(Path folder) {
        return Problem.error(
                Position.startOf(folder),
                "directories are nested too deeply",
                "a symbolic link may form a loop",
                "remove it");
    }

    private static boolean counts(String name) {
        return !name.startsWith(".")
                && !IGNORED_NAMES.contains(name)
                && IGNORED_ENDINGS.stream().noneMatch(name::endsWith);
    }
}
