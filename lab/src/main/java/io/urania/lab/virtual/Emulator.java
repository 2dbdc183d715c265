package io.urania.lab.virtual;

import io.urania.lab.layout.RackNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The command line of a virtual machine's emulator, but for what is known only when the machine starts: its clock, and what its kernel is told.
 *
 * @param link the name of this machine's end of the host's cable
 * @see <a href="https://www.qemu.org/docs/master/system/invocation.html">QEMU: Invocation</a>
 */
record Emulator(Hardware hardware, Acceleration acceleration, RackNode node, MachineFiles files, String link) {
    /** What the monitor calls the host's network card. */
    static final String CARD = "card";

    List<String> command() {
        List<String> command = new ArrayList<>(List.of(hardware.emulator(), "-name", "guest=" + node.shortName()));
        command.addAll(List.of("-machine", hardware.board()));
        command.addAll(acceleration.options());
        command.addAll(List.of("-smp", Integer.toString(Size.PROCESSORS)));
        command.addAll(List.of("-m", Integer.toString(Size.mebibytes(node))));
        command.addAll(List.of("-nodefaults", "-display", "none"));
        command.addAll(List.of("-kernel", files.kernel().toString()));
        command.addAll(List.of("-initrd", files.initialRamDisk().toString()));
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
        command.addAll(List.of(
                "-chardev",
                "file,id=console,append=on,path=" + files.host().consoleLog(),
                "-serial",
                "chardev:console"));
        command.addAll(List.of("-qmp", "unix:" + MachineFiles.MONITOR + ",server=on,wait=off"));
        return List.copyOf(command);
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
