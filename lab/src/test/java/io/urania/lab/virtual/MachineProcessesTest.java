package io.urania.lab.virtual;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.lab.system.ProcessTable;
import io.urania.lab.system.ProcessTable.Entry;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MachineProcessesTest {
    private static final Path THALIA = Path.of("/racks/one/hosts/thalia/disk");
    private static final List<String> EMULATOR =
            List.of("qemu-system-x86_64", "-m", "1536", "-drive", "file=/racks/one/hosts/thalia/disk,format=raw");

    @Test
    void aMachineIsTheEmulatorThatHasItsDisk() {
        var processes =
                processes(process(10, List.of("tail", "file=/racks/one/hosts/thalia/disk,")), process(20, EMULATOR));

        assertThat(processes.emulator(THALIA)).hasValue(20);
    }

    @Test
    void aMachineThatBootsItselfIsUpAlsoWhileItHasNoEmulator() {
        var supervisor = process(10, List.of("sh", "/racks/one/hosts/thalia/boot.sh", "/racks/one/hosts/thalia", "0"));

        assertThat(processes(supervisor).all(THALIA)).containsExactly(10L);
        assertThat(processes(supervisor).emulator(THALIA)).isEmpty();
        assertThat(processes(process(20, EMULATOR), supervisor).all(THALIA)).containsExactly(10L, 20L);
    }

    @Test
    void anotherRacksMachineOfTheSameNameIsNotMeant() {
        var processes = processes(process(20, EMULATOR));

        assertThat(processes.all(Path.of("/racks/two/hosts/thalia/disk"))).isEmpty();
        assertThat(processes.all(Path.of("/racks/one/hosts/thal/disk"))).isEmpty();
    }

    private static MachineProcesses processes(Entry... processes) {
        return new MachineProcesses(new ProcessTable(Arrays.asList(processes)));
    }

    private static Entry process(long id, List<String> arguments) {
        return new Entry(id, 1, id, arguments, Optional.empty());
    }
}
