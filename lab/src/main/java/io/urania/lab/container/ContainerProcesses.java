package io.urania.lab.container;

import io.urania.lab.host.HostFiles;
import io.urania.lab.system.ProcessTable;
import io.urania.lab.system.ProcessTable.Entry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * Which hosts run: told from the processes of this machine, never from files, for a machine may have rebooted and a
 * program may have been killed since a file was written.
 */
final class ContainerProcesses {
    private final ProcessTable processes;

    ContainerProcesses(ProcessTable processes) {
        this.processes = processes;
    }

    static ContainerProcesses now() throws IOException {
        return new ContainerProcesses(ProcessTable.read());
    }

    /** The first process of the host whose tree is mounted at {@code root}, as this machine counts. */
    OptionalLong leader(Path root) {
        return leaders(root).mapToLong(Entry::id).findFirst();
    }

    /** Whether the host runs, boots, or boots again. */
    boolean isUp(Path root) {
        return !all(root).isEmpty();
    }

    /** Every process that keeps the host up, the one that would boot it again first. */
    List<Long> all(Path root) {
        return Stream.concat(
                        processes.processes().stream().filter(entry -> supervises(entry, root) || spawns(entry, root)),
                        leaders(root))
                .map(Entry::id)
                .toList();
    }

    /** Told by its mounts, for it may have lost its parent. */
    private Stream<Entry> leaders(Path root) {
        Path layer = root.resolveSibling(HostFiles.LAYER);
        return processes.processes().stream()
                .filter(entry -> entry.layer().filter(layer::equals).isPresent());
    }

    private static boolean spawns(Entry entry, Path root) {
        return entry.arguments().stream()
                        .findFirst()
                        .filter(program -> program.endsWith("systemd-nspawn"))
                        .isPresent()
                && entry.arguments().contains("--directory=" + root);
    }

    /** {@code sh boot.sh HOST_DIRECTORY …}, see the script. */
    private static boolean supervises(Entry entry, Path root) {
        List<String> arguments = entry.arguments();
        return arguments.size() > 2
                && Path.of(arguments.get(1)).endsWith(Container.SCRIPT_FILE)
                && Path.of(arguments.get(2)).equals(root.getParent());
    }
}
