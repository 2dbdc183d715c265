package io.urania.lab.host;

import io.urania.lab.layout.RackNetwork;
import io.urania.lab.layout.RackNode;
import io.urania.lab.report.RackException;
import io.urania.lab.system.Commands;
import io.urania.lab.system.Script;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Boots one host and ends it. */
public final class HostBoot {
    static final String SCRIPT_FILE = "boot.sh";
    private static final Script BOOT = new Script("host/boot");
    private static final Script CLEAN = new Script("host/clean");
    private static final Duration ORDERLY_STOP = Duration.ofSeconds(30);
    private static final Duration KILL = Duration.ofSeconds(10);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);
    /** systemd's own signal for "power off", see systemd(1); it has no name that kill(1) of every shell knows. */
    private static final String POWER_OFF = "-38";

    private final String rack;
    private final RackNetwork network;
    private final RackNode node;
    private final HostFiles files;

    /** @param rack the rack's id */
    public HostBoot(String rack, RackNetwork network, RackNode node, HostFiles files) {
        this.rack = rack;
        this.network = network;
        this.node = node;
        this.files = files;
    }

    /** The host's name among this machine's containers, links and cgroups; unlike that of any other rack's host. */
    public String machineName() {
        return node.shortName() + "-" + rack;
    }

    /** Starts the host in the background; it outlives this program. Returns at once. */
    public void boot(Path base) throws IOException {
        Path script = files.directory().resolveSibling(SCRIPT_FILE);
        Commands.builder(List.of(
                        "setsid",
                        "sh",
                        script.toString(),
                        files.directory().toString(),
                        base.toString(),
                        machineName(),
                        network.bridge()))
                .directory(new File("/"))
                .redirectInput(Redirect.from(new File("/dev/null")))
                .redirectOutput(Redirect.to(files.consoleLog().toFile()))
                .redirectErrorStream(true)
                .start();
    }

    /** Puts the script where its processes can be told by its name. */
    public static void placeScript(Path hosts) throws IOException {
        Files.writeString(hosts.resolve(SCRIPT_FILE), BOOT.text(), StandardCharsets.UTF_8);
    }

    /** Shuts the host down in order, or ends it by force when it does not go; leaves no mount and no cgroup. */
    public void stop() throws RackException, IOException, InterruptedException {
        var leader = RunningHosts.now().leader(files.root());
        if (leader.isPresent()) {
            Commands.run("", List.of("kill", POWER_OFF, Long.toString(leader.getAsLong())));
            waitUntilGone(ORDERLY_STOP);
        }
        end();
    }

    /** Ends the host at once, as if its plug was pulled; leaves no mount and no cgroup. */
    public void end() throws RackException, IOException, InterruptedException {
        for (long process : RunningHosts.now().all(files.root())) {
            Commands.run("", List.of("kill", "-KILL", Long.toString(process)));
        }
        if (!waitUntilGone(KILL)) {
            throw new RackException(
                    "the host " + node.shortName() + " does not end",
                    "processes " + RunningHosts.now().all(files.root())
                            + " withstand SIGKILL: they wait for the kernel",
                    "look at dmesg; a reboot of this machine ends them");
        }
        Commands.output(CLEAN.command(files.directory().toString(), machineName()));
    }

    private boolean waitUntilGone(Duration patience) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        // Looking for a few known processes is cheap; reading all of this machine's, for every host, is not.
        for (List<Long> left = RunningHosts.now().all(files.root());
                !left.isEmpty();
                left = RunningHosts.now().all(files.root())) {
            while (left.stream().anyMatch(id -> ProcessHandle.of(id).isPresent())) {
                if (System.nanoTime() > deadline) {
                    return false;
                }
                Thread.sleep(LOOK_AGAIN);
            }
        }
        return true;
    }
}
