package io.urania.lab.virtual;

import io.urania.lab.card.CardEntry;
import io.urania.lab.host.EndedProcesses;
import io.urania.lab.host.Host;
import io.urania.lab.host.HostFiles;
import io.urania.lab.host.HostStart;
import io.urania.lab.layout.RackNetwork;
import io.urania.lab.layout.RackNode;
import io.urania.lab.report.RackException;
import io.urania.lab.system.Commands;
import io.urania.lab.system.ProcessTable;
import io.urania.lab.system.Script;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** A host that is a virtual machine. */
public final class VirtualMachine implements Host {
    private static final Script DISK = new Script("virtual/disk");
    private static final Script BOOT = new Script("virtual/boot");
    private static final Script LINK = new Script("virtual/link");
    private static final Duration ORDERLY_STOP = Duration.ofMinutes(2);
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration PATIENCE_PER_HOST = Duration.ofMinutes(1);
    private static final Duration DISK_MADE = Duration.ofMinutes(2);

    private final String rack;
    private final RackNetwork network;
    private final RackNode node;
    private final MachineFiles files;
    private final Door door;

    /**
     * @param rack the rack's id
     * @param door the way in
     */
    public VirtualMachine(String rack, RackNetwork network, RackNode node, HostFiles files, Door door) {
        this.rack = rack;
        this.network = network;
        this.node = node;
        this.files = new MachineFiles(files);
        this.door = door;
    }

    @Override
    public RackNode node() {
        return node;
    }

    @Override
    public HostFiles files() {
        return files.host();
    }

    @Override
    public boolean isUp(ProcessTable processes) {
        return !new MachineProcesses(processes).all(files.disk()).isEmpty();
    }

    @Override
    public boolean takesCommands(ProcessTable processes) {
        return isUp(processes);
    }

    @Override
    public boolean isSeeded() {
        return files.hasDisk();
    }

    @Override
    public boolean hasOwnClock() {
        return true;
    }

    /** Translated instruction by instruction, a machine boots in half a minute if this one has nothing else to do. */
    @Override
    public Duration patience(int hosts) {
        return PATIENCE.plus(PATIENCE_PER_HOST.multipliedBy(hosts));
    }

    @Override
    public void prepare(Path base) throws RackException, IOException, InterruptedException {
        if (!files.hasDisk()) {
            new MachineSystem(Hardware.required(), base).ensure();
        }
    }

    @Override
    public void start(HostStart start) throws RackException, IOException, InterruptedException {
        Hardware hardware = Hardware.required();
        if (!files.hasDisk()) {
            makeDisk(start, new MachineSystem(hardware, start.base()).ensure());
        }
        placeScript(LINK, files.linkScript());
        placeScript(BOOT, files.bootScript());
        Files.deleteIfExists(files.unplugged());
        Files.deleteIfExists(files.host().consoleLog());
        List<String> command = new ArrayList<>(List.of(
                "setsid",
                "sh",
                files.bootScript().toString(),
                files.directory().toString(),
                Long.toString(start.clock().toSeconds()),
                hardware.kernelArguments()));
        command.addAll(new Emulator(hardware, Acceleration.ofThisMachine(hardware), node, files, link()).command());
        ProcessBuilder builder = Commands.builder(command)
                .directory(files.directory().toFile())
                .redirectInput(Redirect.from(new File("/dev/null")))
                .redirectOutput(Redirect.to(files.emulatorLog().toFile()))
                .redirectErrorStream(true);
        builder.environment().put("BRIDGE", network.bridge());
        builder.start();
    }

    private static void placeScript(Script script, Path file) throws IOException {
        Files.writeString(file, script.text(), StandardCharsets.UTF_8);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Override
    public void stop() throws RackException, IOException, InterruptedException {
        OptionalLong emulator = emulator();
        if (emulator.isPresent()) {
            Monitor.of(emulator.getAsLong()).powerDown();
            processes().await(ORDERLY_STOP);
        }
        end();
    }

    /** The link goes with the emulator that made it. */
    @Override
    public void end() throws RackException, IOException, InterruptedException {
        processes().force();
        // A program that was killed while it made the disk has left others that still make it.
        Commands.output(List.of(
                "flock",
                "--timeout",
                Long.toString(DISK_MADE.toSeconds()),
                files.directory().toString(),
                "true"));
        Files.deleteIfExists(files.directory().resolve(MachineFiles.MONITOR));
    }

    @Override
    public void cut() throws RackException, IOException {
        Monitor monitor = monitor();
        Files.writeString(files.unplugged(), "");
        monitor.setLink(false);
    }

    @Override
    public void connect() throws RackException, IOException {
        Files.deleteIfExists(files.unplugged());
        monitor().setLink(true);
    }

    /** Over ssh: a machine that has no network, or does not answer yet, cannot be entered. */
    @Override
    public ProcessBuilder command(List<String> command) throws RackException, IOException {
        monitor();
        return door.command(command);
    }

    private void makeDisk(HostStart start, Path system) throws RackException, IOException, InterruptedException {
        List<CardEntry> entries = new ArrayList<>(MachineEntries.over(start.card(), Hardware.required()));
        entries.addAll(door.entries());
        files.host().seed(entries);
        List<String> command =
                new ArrayList<>(List.of("flock", files.directory().toString(), "unshare", "--mount", "--"));
        command.addAll(DISK.command(files.directory().toString(), system.toString(), Long.toString(Size.DISK)));
        Commands.output(command);
    }

    private Monitor monitor() throws RackException, IOException {
        return Monitor.of(emulator().orElseThrow(this::notRunning));
    }

    private OptionalLong emulator() throws IOException {
        return new MachineProcesses(ProcessTable.read()).emulator(files.disk());
    }

    private EndedProcesses processes() {
        return new EndedProcesses(node.shortName(), () -> new MachineProcesses(ProcessTable.read()).all(files.disk()));
    }

    /** A name of 15 characters at most, unlike that of any other rack's host. */
    private String link() {
        return "vm-" + rack + "-" + node.address().substring(node.address().lastIndexOf('.') + 1);
    }
}
