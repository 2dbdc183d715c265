package io.urania.engine.distribution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The bridges of this machine that no cable leaves. Whoever has an address there is a container or a virtual machine on this
 * machine, and shares its processors and disk: nothing is gained if such hosts pass files on to each other.
 */
public final class OwnBridges {

    private static final Path LINKS = Path.of("/sys/class/net");

    private final List<Subnet> subnets;

    /** Those of the given subnets whose links are bridges without a cable. */
    OwnBridges(Path links, List<Subnet> subnets) {
        this.subnets = subnets.stream()
                .filter(subnet -> isInside(links.resolve(subnet.link())))
                .toList();
    }

    /** As they are now. */
    public static OwnBridges ofThisMachine() {
        try {
            List<Subnet> subnets = new ArrayList<>();
            NetworkInterface.networkInterfaces()
                    .forEach(link -> link.getInterfaceAddresses()
                            .forEach(address -> subnets.add(new Subnet(
                                    link.getName(), address.getAddress(), address.getNetworkPrefixLength()))));
            return new OwnBridges(LINKS, subnets);
        } catch (IOException e) {
            throw new UncheckedIOException("the network interfaces of this machine cannot be read", e);
        }
    }

    /** Whether the host with this IP address is behind one of them. */
    public boolean reach(String address) {
        InetAddress host = InetAddress.ofLiteral(address);
        return subnets.stream().anyMatch(subnet -> subnet.contains(host));
    }

    /** See Documentation/ABI/testing/sysfs-class-net of Linux: what has a cable is a device. */
    private static boolean isInside(Path link) {
        Path ports = link.resolve("brif");
        if (!Files.isDirectory(ports)) {
            return false;
        }
        try (DirectoryStream<Path> names = Files.newDirectoryStream(ports)) {
            for (Path port : names) {
                if (Files.exists(link.resolveSibling(port.getFileName()).resolve("device"))) {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException("the ports of the bridge " + link.getFileName() + " cannot be read", e);
        }
    }

    /**
     * A link's address.
     *
     * @param prefix how many of its bits are the subnet's
     */
    record Subnet(String link, InetAddress address, int prefix) {

        boolean contains(InetAddress other) {
            BitSet mine = bits(address);
            BitSet theirs = bits(other);
            mine.xor(theirs);
            int first = mine.nextSetBit(0);
            return address.getClass().equals(other.getClass()) && (first < 0 || first >= prefix);
        }

        /** The first bit of the address is number 0. */
        private static BitSet bits(InetAddress address) {
            byte[] bytes = address.getAddress();
            BitSet bits = new BitSet();
            for (int bit = 0; bit < bytes.length * Byte.SIZE; bit++) {
                bits.set(bit, (bytes[bit / Byte.SIZE] >> (Byte.SIZE - 1 - bit % Byte.SIZE) & 1) == 1);
            }
            return bits;
        }
    }
}
