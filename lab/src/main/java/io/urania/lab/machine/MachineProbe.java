package io.urania.lab.machine;

import io.urania.lab.base.AptConfiguration;
import io.urania.lab.inventory.SecondInventory.SharedKernel;
import io.urania.lab.layout.RackNetwork;
import io.urania.lab.layout.Subnet;
import io.urania.lab.machine.Machine.UsedNetwork;
import io.urania.lab.report.RackException;
import io.urania.lab.system.Commands;
import io.urania.lab.system.MountTable;
import io.urania.lab.system.Script;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads what {@link Machine} and {@link SharedKernel} hold from the running system. Changes nothing. */
public final class MachineProbe {
    private static final Path APT = Path.of("/etc/apt");
    private static final Path PROCESS_1 = Path.of("/proc/1");
    private static final Script KERNEL_FEATURES = new Script("machine/kernel-features");
    private static final Script BINARY_FORMATS = new Script("machine/binary-formats");
    private static final int NAME_IN_STATUS = 0;

    private MachineProbe() {}

    /** The machine as it is now, for a rack in this directory (which need not exist yet). */
    public static Machine read(Path rack, RackNetwork network) throws RackException, IOException, InterruptedException {
        String system = System.getProperty("os.name", "unknown");
        boolean linux = system.equals("Linux");
        boolean root = linux && isRoot();
        Path existing = existing(rack);
        return new Machine(
                system,
                root,
                linux ? memory("MemAvailable").orElse(0) : 0,
                Files.getFileStore(existing).getUsableSpace(),
                linux ? MountTable.read().typeAt(existing) : "",
                linux ? networks() : List.of(),
                bridgeOwner(network),
                root ? Commands.output(KERNEL_FEATURES.command()).lines().toList() : List.of(),
                Files.exists(Path.of("/dev/net/tun")),
                linux && Commands.run("", BINARY_FORMATS.command()).exitCode() == 0,
                linux && memoryLimits(),
                nameServers(),
                AptConfiguration.read(APT).mirror());
    }

    /** What the hosts of a rack inherit from this machine's kernel. */
    public static SharedKernel sharedKernel() throws IOException {
        return new SharedKernel(
                Files.exists(Path.of("/sys/module/ip_vs")) || Files.exists(Path.of("/proc/net/ip_vs")),
                Files.exists(Path.of("/sys/fs/cgroup/cgroup.controllers")),
                lines(Path.of("/proc/swaps")).size() > 1);
    }

    /** The resolvers of this machine that answer on an address other hosts can reach. */
    public static List<String> nameServers() throws IOException {
        Path behindStub = Path.of("/run/systemd/resolve/resolv.conf");
        return ResolverFile.nameServers(lines(Files.exists(behindStub) ? behindStub : Path.of("/etc/resolv.conf")));
    }

    private static boolean isRoot() throws IOException {
        Object user = Files.getAttribute(Path.of("/proc/self"), "unix:uid");
        return user.equals(0) && Files.exists(PROCESS_1);
    }

    /** How much memory this machine has, in bytes; {@link Long#MAX_VALUE} where no kernel says so, as on a machine that is not Linux. */
    public static long memoryTotal() throws IOException {
        return memory("MemTotal").orElse(Long.MAX_VALUE);
    }

    private static OptionalLong memory(String name) throws IOException {
        return lines(Path.of("/proc/meminfo")).stream()
                .map(line -> line.split("[: ]+"))
                .filter(fields -> fields[NAME_IN_STATUS].equals(name))
                .mapToLong(fields -> Long.parseLong(fields[1]) * 1024)
                .findFirst();
    }

    /** Whether the kernel counts memory by cgroup, of version 2 or 1. */
    private static boolean memoryLimits() throws IOException {
        return lines(Path.of("/sys/fs/cgroup/cgroup.controllers")).stream()
                        .anyMatch(line -> List.of(line.split(" ")).contains("memory"))
                || Files.exists(Path.of("/sys/fs/cgroup/memory/memory.limit_in_bytes"));
    }

    /** Every IPv4 network that an interface has or a route leads to. */
    public static List<UsedNetwork> networks() throws IOException {
        List<UsedNetwork> networks = new ArrayList<>(RouteTable.parse(lines(Path.of("/proc/net/route"))));
        for (NetworkInterface device : NetworkInterface.networkInterfaces().toList()) {
            for (InterfaceAddress address : device.getInterfaceAddresses()) {
                if (address.getAddress() instanceof Inet4Address inet) {
                    networks.add(new UsedNetwork(
                            device.getName(),
                            Subnet.parse(inet.getHostAddress() + "/" + address.getNetworkPrefixLength())));
                }
            }
        }
        return networks;
    }

    private static Optional<String> bridgeOwner(RackNetwork network) throws IOException {
        Path device = Path.of("/sys/class/net").resolve(network.bridge());
        if (!Files.exists(device)) {
            return Optional.empty();
        }
        return Optional.of(Files.readString(device.resolve("ifalias"), StandardCharsets.UTF_8)
                .strip());
    }

    private static Path existing(Path path) {
        Path candidate = path.toAbsolutePath().normalize();
        while (!Files.exists(candidate)) {
            Path parent = candidate.getParent();
            if (parent == null) {
                return candidate;
            }
            candidate = parent;
        }
        return candidate;
    }

    private static List<String> lines(Path file) throws IOException {
        return Files.isReadable(file) ? Files.readAllLines(file, StandardCharsets.UTF_8) : List.of();
    }
}
