package io.urania.lab.machine;

import io.urania.lab.layout.RackNetwork;
import io.urania.lab.layout.RackNode;
import io.urania.lab.layout.Role;
import io.urania.lab.report.RackProblem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Finds everything that would keep a rack from running, before anything is changed. */
public final class Preflight {
    private static final long MEGABYTE = 1_000_000;
    private static final long MEMORY_PER_HOST = 200 * MEGABYTE;
    private static final long MEMORY_PER_CONTROL_PLANE = 500 * MEGABYTE;
    private static final long DISK_PER_HOST = 1_000 * MEGABYTE;
    /** Characters that part the options of a mount, or the lines of a table of mounts. */
    private static final Pattern PARTING = Pattern.compile("[\\s,:\\\\\"']");

    private Preflight() {}

    /**
     * All problems.
     *
     * @param rack the rack's directory, absolute
     * @param owner what this rack's own bridge says of itself
     * @param toStart the hosts that are not running yet
     */
    public static List<RackProblem> check(
            Machine machine, Path rack, RackNetwork network, String owner, List<RackNode> toStart) {
        if (!machine.operatingSystem().equals("Linux")) {
            return List.of(new RackProblem(
                    "this machine runs " + machine.operatingSystem(),
                    "the hosts of a virtual rack are containers of a Linux kernel",
                    "run this on Linux, in a virtual machine for example; real Raspberry Pis need no rack"));
        }
        List<RackProblem> problems = new ArrayList<>();
        if (!machine.root()) {
            problems.add(new RackProblem(
                    "not root",
                    "making hosts takes mounts, network links and cgroups",
                    "run the same command with sudo"));
        }
        if (PARTING.matcher(rack.toString()).find()) {
            problems.add(new RackProblem(
                    "the directory '" + rack + "' has white space, a comma, colon, quote or backslash in its path",
                    "the options of mounts are parted by these",
                    "put the rack in a directory with a simpler path"));
        }
        memory(machine, toStart, problems);
        disk(machine, toStart, problems);
        network(machine, network, owner, problems);
        for (String feature : machine.missingKernelFeatures()) {
            problems.add(new RackProblem(
                    "this machine's kernel has no " + feature,
                    "the hosts of a rack cannot do without it",
                    "use a kernel that has it; Debian's and Ubuntu's do"));
        }
        if (machine.debianMirror().isEmpty()) {
            problems.add(new RackProblem(
                    "no Debian package source in /etc/apt",
                    "the hosts' operating system is made from the machine's own mirror",
                    "add a line 'deb MIRROR bookworm main', with the address of your Debian mirror, to"
                            + " /etc/apt/sources.list.d/debian.list"));
        }
        if (machine.nameServers().isEmpty()) {
            problems.add(new RackProblem(
                    "this machine's resolver answers only on the loopback interface",
                    "hosts of a rack cannot reach it there",
                    "name a resolver they can reach in /etc/resolv.conf"));
        }
        return List.copyOf(problems);
    }

    private static void memory(Machine machine, List<RackNode> toStart, List<RackProblem> problems) {
        long controlPlanes = toStart.stream()
                .filter(node -> node.role() == Role.CONTROL_PLANE)
                .count();
        long needed = toStart.size() * MEMORY_PER_HOST + controlPlanes * MEMORY_PER_CONTROL_PLANE;
        if (machine.memoryAvailable() < needed) {
            problems.add(new RackProblem(
                    "%d MB of memory available, %d MB needed"
                            .formatted(machine.memoryAvailable() / MEGABYTE, needed / MEGABYTE),
                    "%d hosts take 200 MB each and %d control planes 500 MB more"
                            .formatted(toStart.size(), controlPlanes),
                    "free memory, or make a smaller rack: --nodes 3"));
        }
    }

    private static void disk(Machine machine, List<RackNode> toStart, List<RackProblem> problems) {
        long needed = toStart.size() * DISK_PER_HOST;
        if (machine.rackDisk() < needed) {
            problems.add(new RackProblem(
                    "%d MB of disk free for the rack, %d MB needed"
                            .formatted(machine.rackDisk() / MEGABYTE, needed / MEGABYTE),
                    "%d hosts take up to 1000 MB each".formatted(toStart.size()),
                    "free disk space, put the rack elsewhere, or make a smaller one: --nodes 3"));
        }
        String unfit = Machine.UNFIT_FILE_SYSTEMS.get(machine.rackFileSystem());
        if (unfit != null) {
            problems.add(new RackProblem(
                    "the rack's directory is on " + unfit + " file system",
                    "the kernel does not stack the hosts' overlays on that",
                    "put the rack on a local disk (ext4, xfs, btrfs)"));
        }
    }

    private static void network(Machine machine, RackNetwork network, String owner, List<RackProblem> problems) {
        if (machine.bridgeOwner().isPresent() && !machine.bridgeOwner().get().equals(owner)) {
            problems.add(new RackProblem(
                    "the interface %s belongs to: %s"
                            .formatted(
                                    network.bridge(),
                                    machine.bridgeOwner().get().isEmpty()
                                            ? "another program"
                                            : machine.bridgeOwner().get()),
                    "two racks cannot use one network",
                    "give this one another with --network, or destroy that rack first (urania lab destroy DIR);"
                            + " if its directory is gone: ip link delete "
                            + network.bridge()));
        }
        machine.networks().stream()
                .filter(used -> !used.device().equals(network.bridge()))
                .filter(used -> used.subnet().overlaps(network.subnet()))
                .findFirst()
                .ifPresent(used -> problems.add(new RackProblem(
                        "the network %s is in use: %s on %s".formatted(network.subnet(), used.subnet(), used.device()),
                        "the rack's hosts have the article's addresses in it",
                        "give the rack another /24 network with --network")));
    }
}
