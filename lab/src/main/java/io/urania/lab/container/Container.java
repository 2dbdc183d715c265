package io.urania.lab.container;

import io.urania.lab.card.CardEntry;
import io.urania.lab.card.ContainerEntries;
import io.urania.lab.card.ForeignEntries;
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

/** A host that is a container. */
public final class Container implements Host {
    static final String SCRIPT_FILE = "boot.sh";
    private static final List<String> DIRECTORIES = List.of("work", "root", "containerd", "kubelet", "etcd");
    private static final Script BOOT = new Script("container/boot");
    private static final Script CLEAN = new Script("container/clean");
    private static final Duration ORDERLY_STOP = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PATIENCE_PER_HOST = Duration.ofSeconds(5);
    /** How much longer it takes where an emulator translates every program. */
    private static final int TRANSLATION = 4;

    private static final File NOTHING = new File("/dev/null");
    /** systemd's own signal for "power off", see systemd(1); it has no name that kill(1) of every shell knows. */
    private static final String POWER_OFF = "-38";

    private final String rack;
    private final RackNetwork network;
    private final RackNode node;
    private final HostFiles files;

    /** @param rack the rack's id */
    public Container(String rack, RackNetwork network, RackNode node, HostFiles files) {
        this.rack = rack;
        this.network = network;
        this.node = node;
        this.files = files;
    }

    @Override
    public RackNode node() {
        return node;
    }

    @Override
    public HostFiles files() {
        return files;
    }

    @Override
    public boolean isUp(ProcessTable processes) {
        return new ContainerProcesses(processes).isUp(files.root());
    }

    @Override
    public boolean takesCommands(ProcessTable processes) {
        return new ContainerProcesses(processes).leader(files.root()).isPresent();
    }

    @Override
    public boolean isSeeded() {
        return files.isSeeded();
    }

    @Override
    public boolean hasOwnClock() {
        return false;
    }

    @Override
    public Duration patience(int hosts) {
        Duration patience = PATIENCE.plus(PATIENCE_PER_HOST.multipliedBy(hosts));
        return node.platform().architecture().isForeign() ? patience.multipliedBy(TRANSLATION) : patience;
    }

    @Override
    public void prepare(Path base) {}

    @Override
    public void start(HostStart start) throws IOException {
        List<CardEntry> entries = new ArrayList<>(start.card());
        entries.addAll(ContainerEntries.entries(start.base(), node.memory()));
        if (node.platform().architecture().isForeign()) {
            entries.addAll(ForeignEntries.entries());
        }
        files.seed(entries);
        makeDirectories();
        Path script = placeScript();
        List<String> command = new ArrayList<>(List.of(
                "setsid",
                "sh",
                script.toString(),
                files.directory().toString(),
                start.base().toString(),
                machineName(),
                network.bridge(),
                node.memory().map(limit -> Long.toString(limit.bytes())).orElse("")));
        command.addAll(wordsForOldCgroups());
        Commands.builder(command)
                .directory(new File("/"))
                .redirectInput(Redirect.from(NOTHING))
                .redirectOutput(Redirect.to(files.consoleLog().toFile()))
                .redirectErrorStream(true)
                .start();
    }

    @Override
    public void stop() throws RackException, IOException, InterruptedException {
        var leader = ContainerProcesses.now().leader(files.root());
        if (leader.isPresent()) {
            powerOff(leader.getAsLong());
            processes().await(ORDERLY_STOP);
        }
        end();
    }

    private void powerOff(long leader) throws IOException, InterruptedException {
        if (node.platform().architecture().isForeign()) {
            // An emulator numbers signals of its own kind otherwise.
            Process asked = ContainerEntry.command(leader, List.of("systemctl", "--no-block", "poweroff"))
                    .redirectInput(Redirect.from(NOTHING))
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start();
            asked.waitFor();
        } else {
            Commands.run("", List.of("kill", POWER_OFF, Long.toString(leader)));
        }
    }

    @Override
    public void end() throws RackException, IOException, InterruptedException {
        processes().force();
        Commands.output(CLEAN.command(files.directory().toString(), machineName()));
    }

    @Override
    public void cut() throws RackException, IOException, InterruptedException {
        new NetworkLink(machineName()).cut();
    }

    @Override
    public void connect() throws RackException, IOException, InterruptedException {
        new NetworkLink(machineName()).heal();
    }

    /** By the way into its namespaces: it needs no network and gets a terminal as it is. */
    @Override
    public ProcessBuilder command(List<String> command) throws RackException, IOException {
        long leader = ContainerProcesses.now().leader(files.root()).orElseThrow(this::notRunning);
        return ContainerEntry.command(leader, command);
    }

    /** The host's name among this machine's containers, links and cgroups; unlike that of any other rack's host. */
    private String machineName() {
        return node.shortName() + "-" + rack;
    }

    /** What a host's systemd must be told, as on a kernel's command line, to start on cgroups of version 1. */
    private List<String> wordsForOldCgroups() {
        return switch (node.platform().distribution()) {
            case DEBIAN_11, DEBIAN_12, ARCH -> List.of();
            // systemd 257 counts them as obsolete; from 258 on it refuses them.
            case DEBIAN_13 -> List.of("SYSTEMD_CGROUP_ENABLE_LEGACY_FORCE=1", "systemd.unified_cgroup_hierarchy=0");
        };
    }

    /** For mounts, and for what cannot sit on an overlay (containerd's snapshots) or should not (etcd's log, kubelet's volumes). */
    private void makeDirectories() throws IOException {
        for (String name : DIRECTORIES) {
            Files.createDirectories(files.directory().resolve(name));
        }
        Files.setPosixFilePermissions(files.directory().resolve("etcd"), PosixFilePermissions.fromString("rwx------"));
    }

    /** Puts the script where its processes can be told by its name. */
    private Path placeScript() throws IOException {
        Path script = files.directory().resolve(SCRIPT_FILE);
        Files.writeString(script, BOOT.text(), StandardCharsets.UTF_8);
        return script;
    }

    private EndedProcesses processes() {
        return new EndedProcesses(
                node.shortName(), () -> ContainerProcesses.now().all(files.root()));
    }
}
