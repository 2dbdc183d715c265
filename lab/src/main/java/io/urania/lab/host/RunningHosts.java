package io.urania.lab.host;

import io.urania.lab.system.ProcessTable;
import io.urania.lab.system.ProcessTable.Entry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * Which hosts run: told from the processes of this machine, never from files, for a machine may have rebooted and a
 * program may have been killed since a file was written.
 */
public final class RunningHosts {
    private final ProcessTable processes;

    public RunningHosts(ProcessTable processes) {
        this.processes = processes;
    }

    public static RunningHosts now() throws IOException {
        return new RunningHosts(ProcessTable.read());
    }

    /** The first process of the host whose tree is mounted at {@code root}, as this machine counts. */
    public OptionalLong leader(Path root) {
        return nspawn(root).stream()
                .flatMap(nspawn -> processes.childrenOf(nspawn.id()).stream())
                .filter(child -> child.innermostId() == 1)
                .mapToLong(Entry::id)
                .findFirst();
    }

    /** Every process that keeps the host up, the one that would boot it again first. */
    public List<Long> all(Path root) {
        List<Entry> nspawn = nspawn(root);
        return Stream.concat(
                        processes.processes().stream().filter(entry -> supervises(entry, root)),
                        Stream.concat(
                                nspawn.stream(),
                                nspawn.stream().flatMap(entry -> processes.childrenOf(entry.id()).stream())))
                .map(Entry::id)
                .distinct()
                .toList();
    }

    private List<Entry> nspawn(Path root) {
        String argument = "--directory=" + root;
        return processes.processes().stream()
                .filter(entry -> program(entry).filter("systemd-nspawn"::equals).isPresent())
                .filter(entry -> entry.arguments().contains(argument))
                .toList();
    }

    /** {@code sh boot.sh HOST_DIRECTORY …}, see the script. */
    private static boolean supervises(Entry entry, Path root) {
        List<String> arguments = entry.arguments();
        return arguments.size() > 2
                && Path.of(arguments.get(1)).endsWith(HostBoot.SCRIPT_FILE)
                && Path.of(arguments.get(2)).equals(root.getParent());
    }

    private static Optional<String> program(Entry entry) {
        return entry.arguments().stream().findFirst().map(first -> first.substring(first.lastIndexOf('/') + 1));
    }
}
