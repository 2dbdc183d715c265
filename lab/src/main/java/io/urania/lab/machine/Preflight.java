package io.urania.lab.machine;

import io.urania.lab.layout.HostKind;
import io.urania.lab.layout.Memory;
import io.urania.lab.layout.RackNetwork;
import io.urania.lab.layout.RackNode;
import io.urania.lab.layout.Role;
import io.urania.lab.platform.Architecture;
import io.urania.lab.report.RackProblem;
import io.urania.lab.virtual.Hardware;
import io.urania.lab.virtual.Size;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds everything that would keep a rack from running, before anything is changed. */
public final class Preflight {
    private static final long MEGABYTE = 1_000_000;
    private static final long MEMORY_PER_HOST = 200 * MEGABYTE;
    private static final long MEMORY_PER_CONTROL_PLANE = 500 * MEGABYTE;
    /** What an emulator takes besides its guest's memory. */
    private static final long MEMORY_PER_EMULATOR = 300 * MEGABYTE;

    private static final long DISK_PER_HOST = 1_000 * MEGABYTE;
    /** With a kernel's modules and a swap file; the file of the disk is larger, and sparse. */
    private static final long DISK_PER_MACHINE = 3_000 * MEGABYTE;
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
                    "creating hosts needs mounts, network links and cgroups",
                    "run the same command with sudo"));
        }
        if (PARTING.matcher(rack.toString()).find()) {
            problems.add(new RackProblem(
                    "the directory '" + rack + "' has white space, a comma, colon, quote or backslash in its path",
                    "mount options are separated by these",
                    "put the rack in a directory with a simpler path"));
        }
        memory(machine, toStart, problems);
        memoryLimits(machine, toStart, problems);
        disk(machine, toStart, problems);
        machines(machine, toStart, problems);
        foreign(machine, toStart, problems);
        network(machine, network, owner, problems);
        for (String feature : machine.missingKernelFeatures()) {
            problems.add(new RackProblem(
                    "this machine's kernel has no " + feature,
                    "the hosts of a rack need it",
                    "use a kernel that has it; Debian's and Ubuntu's do"));
        }
        if (machine.debianMirror().isEmpty()) {
            problems.add(new RackProblem(
                    "no Debian package source in /etc/apt",
                    "the hosts' operating system is installed from the machine's own mirror",
                    "add a line 'deb MIRROR bookworm main', with the address of your Debian mirror, to"
                            + " /etc/apt/sources.list.d/debian.list"));
        }
        if (machine.nameServers().isEmpty()) {
            problems.add(new RackProblem(
                    "this machine's resolver listens only on the loopback interface",
                    "hosts of a rack cannot reach it there",
                    "set a resolver they can reach in /etc/resolv.conf"));
        }
        return List.copyOf(problems);
    }

    private static void memory(Machine machine, List<RackNode> toStart, List<RackProblem> problems) {
        long needed = toStart.stream().mapToLong(Preflight::memory).sum();
        if (machine.memoryAvailable() < needed) {
            problems.add(new RackProblem(
                    "%d MB of memory available, %d MB needed"
                            .formatted(machine.memoryAvailable() / MEGABYTE, needed / MEGABYTE),
                    memoryOf(toStart),
                    "free memory, or create a smaller rack: --nodes 3"));
        }
    }

    private static long memory(RackNode node) {
        return switch (node.kind()) {
            case CONTAINER -> limit(node).orElseGet(() -> usualMemory(node));
            case VIRTUAL_MACHINE -> Size.bytes(node) + MEMORY_PER_EMULATOR;
        };
    }

    private static long usualMemory(RackNode container) {
        return MEMORY_PER_HOST + (container.role() == Role.CONTROL_PLANE ? MEMORY_PER_CONTROL_PLANE : 0);
    }

    /** The memory that a container never takes more of, if that is less than what is usual. */
    private static Optional<Long> limit(RackNode container) {
        return container.memory().map(Memory::bytes).filter(limit -> limit < usualMemory(container));
    }

    private static String memoryOf(List<RackNode> toStart) {
        Map<HostKind, List<RackNode>> kinds = toStart.stream().collect(Collectors.groupingBy(RackNode::kind));
        Map<Boolean, List<RackNode>> containers = kinds.getOrDefault(HostKind.CONTAINER, List.of()).stream()
                .collect(Collectors.partitioningBy(node -> limit(node).isPresent()));
        List<RackNode> usual = containers.getOrDefault(false, List.of());
        List<RackNode> limited = containers.getOrDefault(true, List.of());
        List<RackNode> machines = kinds.getOrDefault(HostKind.VIRTUAL_MACHINE, List.of());
        List<String> shares = new ArrayList<>();
        if (!usual.isEmpty()) {
            long controlPlanes = usual.stream()
                    .filter(node -> node.role() == Role.CONTROL_PLANE)
                    .count();
            shares.add("%d hosts take 200 MB each and %d control planes 500 MB more"
                    .formatted(usual.size(), controlPlanes));
        }
        if (!limited.isEmpty()) {
            shares.add("%d hosts are limited to %d MB".formatted(limited.size(), megabytes(limited)));
        }
        if (!machines.isEmpty()) {
            shares.add("%d virtual machines take %d MB".formatted(machines.size(), megabytes(machines)));
        }
        return String.join("; ", shares);
    }

    private static long megabytes(List<RackNode> hosts) {
        return hosts.stream().mapToLong(Preflight::memory).sum() / MEGABYTE;
    }

    private static void memoryLimits(Machine machine, List<RackNode> toStart, List<RackProblem> problems) {
        List<String> limited = toStart.stream()
                .filter(node ->
                        node.kind() == HostKind.CONTAINER && node.memory().isPresent())
                .map(RackNode::shortName)
                .toList();
        if (!limited.isEmpty() && !machine.memoryLimits()) {
            problems.add(new RackProblem(
                    "this machine's kernel has no memory cgroup",
                    "it limits the memory of " + String.join(", ", limited),
                    "boot without cgroup_disable=memory; or create a rack without --memory"));
        }
    }

    private static void disk(Machine machine, List<RackNode> toStart, List<RackProblem> problems) {
        long machines = count(toStart, HostKind.VIRTUAL_MACHINE);
        long needed = count(toStart, HostKind.CONTAINER) * DISK_PER_HOST + machines * DISK_PER_MACHINE;
        if (machine.rackDisk() < needed) {
            problems.add(new RackProblem(
                    "%d MB of disk free for the rack, %d MB needed"
                            .formatted(machine.rackDisk() / MEGABYTE, needed / MEGABYTE),
                    "%d hosts take up to 1000 MB each".formatted(toStart.size())
                            + (machines == 0 ? "" : ", %d of them 3000 MB, as virtual machines".formatted(machines)),
                    "free disk space, put the rack elsewhere, or create a smaller one: --nodes 3"));
        }
        String unfit = Machine.UNFIT_FILE_SYSTEMS.get(machine.rackFileSystem());
        if (unfit != null) {
            problems.add(new RackProblem(
                    "the rack's directory is on " + unfit + " file system",
                    "the kernel does not support the hosts' overlays on it",
                    "put the rack on a local disk (ext4, xfs, btrfs)"));
        }
    }

    private static void machines(Machine machine, List<RackNode> toStart, List<RackProblem> problems) {
        if (count(toStart, HostKind.VIRTUAL_MACHINE) == 0) {
            return;
        }
        if (Hardware.ofThisMachine().isEmpty()) {
            problems.add(new RackProblem(
                    "no virtual machines on " + System.getProperty("os.arch", "this architecture"),
                    "Urania supports them on amd64 and arm64",
                    "create a rack of containers"));
        }
        if (!machine.networkTaps()) {
            problems.add(new RackProblem(
                    "this machine has no /dev/net/tun",
                    "it connects a virtual machine's network card",
                    "load the module: modprobe tun; or create a rack of containers"));
        }
    }

    private static void foreign(Machine machine, List<RackNode> toStart, List<RackProblem> problems) {
        List<String> architectures = toStart.stream()
                .map(node -> node.platform().architecture())
                .filter(Architecture::isForeign)
                .map(Architecture::label)
                .distinct()
                .toList();
        if (!architectures.isEmpty() && !machine.binaryFormats()) {
            problems.add(
                    new RackProblem(
                            "this machine's kernel has no binfmt_misc",
                            "it has an emulator run the programs of hosts that are "
                                    + String.join(" and ", architectures),
                            "use a kernel that has it, as Debian's and Ubuntu's; or create hosts of this machine's architecture"));
        }
    }

    private static long count(List<RackNode> nodes, HostKind kind) {
        return nodes.stream().filter(node -> node.kind() == kind).count();
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
                    "use another one with --network, or destroy that rack first (urania lab destroy DIR);"
                            + " if its directory is gone: ip link delete "
                            + network.bridge()));
        }
        machine.networks().stream()
                .filter(used -> !used.device().equals(network.bridge()))
                .filter(used -> used.subnet().overlaps(network.subnet()))
                .findFirst()
                .ifPresent(used -> problems.add(new RackProblem(
                        "the network %s is in use: %s on %s".formatted(network.subnet(), used.subnet(), used.device()),
                        "the rack's hosts need the article's addresses in it",
                        "use another /24 network with --network")));
    }
}
