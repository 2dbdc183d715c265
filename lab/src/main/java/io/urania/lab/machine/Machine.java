package io.urania.lab.machine;

import io.urania.lab.layout.Subnet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What decides whether a machine can carry a rack.
 *
 * @param operatingSystem as Java names it: {@code Linux}
 * @param memoryAvailable bytes that programs can have without swapping
 * @param rackDisk room, in bytes, where the rack's directory is
 * @param rackFileSystem type of the file system there
 * @param networks every IPv4 network that an interface has or a route leads to, by interface
 * @param bridgeOwner what the interface with the name of the rack's bridge says of itself, if there is one
 * @param missingKernelFeatures in the kernel's words
 * @param networkTaps the kernel can connect programs to networks, as virtual machines need it
 * @param binaryFormats the kernel can have programs of other architectures run by an emulator, as hosts of such need it
 * @param memoryLimits the kernel can limit the memory of containers
 * @param nameServers resolvers that hosts of a rack can reach too
 * @param debianMirror from the machine's apt configuration
 */
public record Machine(
        String operatingSystem,
        boolean root,
        long memoryAvailable,
        long rackDisk,
        String rackFileSystem,
        List<UsedNetwork> networks,
        Optional<String> bridgeOwner,
        List<String> missingKernelFeatures,
        boolean networkTaps,
        boolean binaryFormats,
        boolean memoryLimits,
        List<String> nameServers,
        Optional<String> debianMirror) {
    /** A network in use on an interface. */
    public record UsedNetwork(String device, Subnet subnet) {}

    /** The file system types that cannot be the upper layer of an overlay, with what to call them. */
    static final Map<String, String> UNFIT_FILE_SYSTEMS = Map.of(
            "overlay", "an overlay", "nfs", "NFS", "nfs4", "NFS", "vfat", "FAT", "9p", "9P", "fuse.sshfs", "SSHFS");

    public Machine {
        networks = List.copyOf(networks);
        missingKernelFeatures = List.copyOf(missingKernelFeatures);
        nameServers = List.copyOf(nameServers);
    }
}
