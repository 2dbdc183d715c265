package io.urania.lab.virtual;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.lab.host.HostFiles;
import io.urania.lab.layout.HostKind;
import io.urania.lab.layout.Memory;
import io.urania.lab.layout.RackNode;
import io.urania.lab.layout.Role;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class EmulatorTest {
    private static final RackNode THALIA =
            new RackNode("thalia.example", "10.42.253.51", Role.WORKER, HostKind.VIRTUAL_MACHINE);

    @Test
    void aMachineHasItsDiskItsCableAndMemoryForItsRole() {
        assertThat(command(THALIA))
                .startsWith("qemu-system-x86_64", "-name", "guest=thalia")
                .containsSequence("-m", "1536")
                .containsSequence(
                        "-drive",
                        "file=/racks/one/hosts/thalia/disk,format=raw,if=none,id=disk,cache=unsafe,discard=unmap,"
                                + "aio=threads")
                .contains("virtio-net-pci,netdev=cable,id=card,mac=52:54:00:2a:fd:33")
                .containsSequence("-chardev", "file,id=console,append=on,path=/racks/one/hosts/thalia/console.log");
    }

    @Test
    void aMachineHasTheMemoryThatWasSpecified() {
        assertThat(command(THALIA.withMemory(new Memory(924)))).containsSequence("-m", "924");
    }

    private static List<String> command(RackNode host) {
        var files = new MachineFiles(new HostFiles(Path.of("/racks/one/hosts/thalia")));
        return new Emulator(Hardware.X86, Acceleration.TRANSLATION_X86, host, files, "vm-3fa9c1-51").command();
    }
}
