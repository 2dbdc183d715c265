package io.urania.lab.virtual;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.lab.host.HostFiles;
import io.urania.lab.layout.HostKind;
import io.urania.lab.layout.Memory;
import io.urania.lab.layout.RackNode;
import io.urania.lab.layout.Role;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class EmulatorTest {
    private static final RackNode THALIA =
            new RackNode("thalia.example", "10.42.253.51", Role.WORKER, HostKind.VIRTUAL_MACHINE);
    private static final LocalDateTime NOW = LocalDateTime.of(2026, 11, 28, 1, 2, 3);

    @Test
    void aMachineHasItsDiskItsCableAndMemoryForItsRole() {
        assertThat(command(Duration.ZERO))
                .startsWith("qemu-system-x86_64", "-name", "guest=thalia")
                .containsSequence("-m", "1536")
                .containsSequence(
                        "-drive",
                        "file=/racks/one/hosts/thalia/disk,format=raw,if=none,id=disk,cache=unsafe,discard=unmap,"
                                + "aio=threads")
                .contains("virtio-net-pci,netdev=cable,id=card,mac=52:54:00:2a:fd:33")
                .containsSequence("-serial", "file:/racks/one/hosts/thalia/console.log");
    }

    @Test
    void aMachineHasTheMemoryThatWasSpecified() {
        assertThat(command(THALIA.withMemory(new Memory(924)), Duration.ZERO)).containsSequence("-m", "924");
    }

    @Test
    void theClockIsRightUnlessAnotherIsWished() {
        assertThat(command(Duration.ZERO)).containsSequence("-rtc", "base=utc");
        assertThat(command(Duration.ofHours(-3))).containsSequence("-rtc", "base=2026-11-27T22:02:03");
    }

    private static List<String> command(Duration clock) {
        return command(THALIA, clock);
    }

    private static List<String> command(RackNode host, Duration clock) {
        var files = new MachineFiles(new HostFiles(Path.of("/racks/one/hosts/thalia")));
        return new Emulator(Hardware.X86, Acceleration.TRANSLATION_X86, host, files, "vm-3fa9c1-51", clock)
                .command(NOW);
    }
}
