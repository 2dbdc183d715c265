package io.urania.lab.virtual;

import io.urania.lab.layout.RackNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/**
 * The command line of a virtual machine's emulator.
 *
 * @param link the name of this machine's end of the host's cable
 * @param clock how far the machine's clock is ahead of this machine's
 * @see <a href="https://www.qemu.org/docs/master/system/invocation.html">QEMU: Invocation</a>
 */
record Emulator(
        Hardware hardware, Acceleration acceleration, RackNode node, MachineFiles files, String link, Duration clock) {
    /** What the monitor calls the host's network card. */
    static final String CARD = "card";

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss");

    /** @param now the time in UTC */
    List<String> command(LocalDateTime now) {
        List<String> command = new ArrayList<>(List.of(hardware.emulator(), "-name", "guest=" + node.shortName()));
        command.addAll(List.of("-machine", hardware.board()));
        command.addAll(acceleration.options());
        command.addAll(List.of("-smp", Integer.toString(Size.PROCESSORS)));
        command.addAll(List.of("-m", Integer.toString(Size.mebibytes(node))));
        command.addAll(List.of("-nodefaults", "-display", "none"));
        command.addAll(List.of("-kernel", files.kernel().toString()));
        command.addAll(List.of("-initrd", files.initialRamDisk().toString()));
        // As a Raspberry Pi's cmdline.txt: interfaces have the names that the kernel gives them.
        command.addAll(List.of("-append", "root=LABEL=root rw net.ifnames=0 console=" + hardware.console()));
        // What the guest wants to be safe on the disk is safe in this machine's memory: a guest that is killed loses
        // nothing of it, and
        // a rack does not outlive this machine's power.
        command.addAll(List.of("-object", "iothread,id=disks"));
        command.addAll(List.of(
                "-drive",
                driveStart(files.disk()) + "format=raw,if=none,id=disk,cache=unsafe,discard=unmap,aio=threads"));
        command.addAll(List.of("-device", "virtio-blk-pci,drive=disk,iothread=disks"));
        command.addAll(List.of(
                "-netdev", "tap,id=cable,ifname=%s,script=%s,downscript=no".formatted(link, files.linkScript())));
        command.addAll(
                List.of("-device", "virtio-net-pci,netdev=cable,id=%s,mac=%s".formatted(CARD, hardwareAddress())));
        command.addAll(List.of("-device", "virtio-rng-pci"));
        command.addAll(List.of("-serial", "file:" + files.host().consoleLog()));
        command.addAll(List.of("-qmp", "unix:" + MachineFiles.MONITOR + ",server=on,wait=off"));
        command.addAll(List.of("-rtc", "base=" + (clock.isZero() ? "utc" : CLOCK.format(now.plus(clock)))));
        return List.copyOf(command);
    }

    /** As {@link #command(LocalDateTime)}, now. */
    List<String> command() {
        return command(LocalDateTime.now(ZoneOffset.UTC));
    }

    /** How the option begins that gives a machine this disk; no other machine has it. */
    static String driveStart(Path disk) {
        return "file=" + disk + ",";
    }

    /** Of those that are free for everybody's use, with the last three numbers of the address. */
    private String hardwareAddress() {
        String[] numbers = node.address().split("\\.", -1);
        return "52:54:00:%02x:%02x:%02x"
                .formatted(Integer.parseInt(numbers[1]), Integer.parseInt(numbers[2]), Integer.parseInt(numbers[3]));
    }
}
