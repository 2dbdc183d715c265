package io.urania.lab;

import io.urania.lab.layout.HostKind;
import io.urania.lab.layout.RackNetwork;
import io.urania.lab.platform.PlatformWish;
import java.util.List;

/**
 * What a new rack shall be.
 *
 * @param nodes empty for the article's twelve; a number, or node names parted by commas, for a smaller rack
 * @param kubernetesVersion {@code v1.36.3}
 * @param kind what hosts are made of
 * @param virtualMachines hosts that are virtual machines whatever the others are: short or full names
 * @param platforms what hosts run
 */
public record RackOptions(
        String nodes,
        String kubernetesVersion,
        RackNetwork network,
        HostKind kind,
        List<String> virtualMachines,
        PlatformWish platforms) {
    public static final String DEFAULT_KUBERNETES = "v1.36.3";

    public RackOptions {
        virtualMachines = List.copyOf(virtualMachines);
    }

    /** The article's whole rack, of containers. */
    public static RackOptions defaults() {
        return new RackOptions(
                "", DEFAULT_KUBERNETES, RackNetwork.ARTICLE, HostKind.CONTAINER, List.of(), PlatformWish.NONE);
    }

    public RackOptions withNodes(String request) {
        return new RackOptions(request, kubernetesVersion, network, kind, virtualMachines, platforms);
    }

    public RackOptions withKubernetesVersion(String version) {
        return new RackOptions(nodes, version, network, kind, virtualMachines, platforms);
    }

    public RackOptions withNetwork(RackNetwork other) {
        return new RackOptions(nodes, kubernetesVersion, other, kind, virtualMachines, platforms);
    }

    public RackOptions withKind(HostKind other) {
        return new RackOptions(nodes, kubernetesVersion, network, other, virtualMachines, platforms);
    }

    public RackOptions withVirtualMachines(List<String> names) {
        return new RackOptions(nodes, kubernetesVersion, network, kind, names, platforms);
    }

    public RackOptions withPlatforms(PlatformWish wish) {
        return new RackOptions(nodes, kubernetesVersion, network, kind, virtualMachines, wish);
    }
}
