package io.urania.lab.virtual;

import io.urania.lab.system.ProcessTable;
import io.urania.lab.system.ProcessTable.Entry;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Which virtual machines run: told from the processes of this machine, never from files. */
record MachineProcesses(ProcessTable processes) {
    private static final String PROGRAM = "qemu-system-";

    /** Every process that keeps the machine with this disk up, those first that would boot it again. */
    List<Long> all(Path disk) {
        return Stream.concat(processes.processes().stream().filter(entry -> supervises(entry, disk)), emulators(disk))
                .map(Entry::id)
                .toList();
    }

    /** The one that runs the machine; none while it boots itself, for a moment. */
    OptionalLong emulator(Path disk) {
        return emulators(disk).mapToLong(Entry::id).findFirst();
    }

    private Stream<Entry> emulators(Path disk) {
        String drive = Emulator.driveStart(disk);
        return processes.processes().stream()
                .filter(entry -> isEmulator(entry)
                        && entry.arguments().stream().anyMatch(argument -> argument.startsWith(drive)));
    }

    /** {@code sh boot.sh HOST_DIRECTORY …}, see the script. */
    private static boolean supervises(Entry entry, Path disk) {
        List<String> arguments = entry.arguments();
        return arguments.size() > 2
                && Path.of(arguments.get(1)).endsWith(MachineFiles.BOOT_SCRIPT)
                && Path.of(arguments.get(2)).equals(disk.getParent());
    }

    private static boolean isEmulator(Entry entry) {
        return entry.arguments().stream()
                .findFirst()
                .filter(program -> Path.of(program).getFileName().toString().startsWith(PROGRAM))
                .isPresent();
    }
}
