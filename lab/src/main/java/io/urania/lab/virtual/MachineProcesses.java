package io.urania.lab.virtual;

import io.urania.lab.system.ProcessTable;
import io.urania.lab.system.ProcessTable.Entry;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/** Which virtual machines run: told from the processes of this machine, never from files. */
record MachineProcesses(ProcessTable processes) {
    private static final String PROGRAM = "qemu-system-";

    /** The emulators that have this disk: one, or none. */
    List<Long> all(Path disk) {
        String drive = Emulator.driveStart(disk);
        return processes.processes().stream()
                .filter(entry -> isEmulator(entry)
                        && entry.arguments().stream().anyMatch(argument -> argument.startsWith(drive)))
                .map(Entry::id)
                .toList();
    }

    OptionalLong emulator(Path disk) {
        return all(disk).stream().mapToLong(Long::longValue).findFirst();
    }

    private static boolean isEmulator(Entry entry) {
        return entry.arguments().stream()
                .findFirst()
                .filter(program -> Path.of(program).getFileName().toString().startsWith(PROGRAM))
                .isPresent();
    }
}
