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
 * @param memory how much memory hosts have: {@code 924m} for all of them, {@code thalia=924m} for one
 */
public record RackOptions(
        String nodes,
        String kubernetesVersion,
        RackNetwork network,
        HostKind kind,
        List<String> virtualMachines,
        PlatformWish platforms,
        List<String> memory) {
    public static final String DEFAULT_KUBERNETES = "v1.36.3";

    public RackOptions {
        virtualMachines = List.copyOf(virtualMachines);
        memory = List.copyOf(memory);
    }

    /** The article's whole rack, of containers. */
    public static RackOptions defaults() {
        return new RackOptions(
                "",
                DEFAULT_KUBERNETES,
                RackNetwork.ARTICLE,
                HostKind.CONTAINER,
                List.of(),
                PlatformWish.NONE,
                List.of());
    }

    public RackOptions withNodes(String request) {
        return new RackOptions(request, kubernetesVersion, network, kind, virtualMachines, platforms, memory);
    }

    public RackOptions withKubernetesVersion(String version) {
        return new RackOptions(nodes, version, network, kind, virtualMachines, platforms, memory);
    }

    public RackOptions withNetwork(RackNetwork other) {
        return new RackOptions(nodes, kubernetesVersion, other, kind, virtualMachines, platforms, memory);
    }

    public RackOptions withKind(HostKind other) {
        return new RackOptions(nodes, kubernetesVersion, network, other, virtualMachines, platforms, memory);
    }

    public RackOptions withVirtualMachines(List<String> names) {
        return new RackOptions(nodes, kubernetesVersion, network, kind, names, platforms, memory);
    }

    public RackOptions withPlatforms(PlatformWish wish) {
        return new RackOptions(nodes, kubernetesVersion, network, kind, virtualMachines, wish, memory);
    }

    public RackOptions withMemory(List<String> amounts) {
        return new RackOptions(nodes, kubernetesVersion, network, kind, virtualMachines, platforms, amounts);
    }
}
