package io.urania.lab.layout;

import io.urania.lab.platform.Platform;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A host of a rack.
 *
 * @param name fully qualified, as in the inventory
 * @param address IPv4
 * @param memoryMebibytes see {@link #memory}
 */
public record RackNode(
        String name,
        String address,
        Role role,
        HostKind kind,
        Platform platform,
        @Nullable Integer memoryMebibytes) {
    /** The file of a rack that an earlier version of the program made says nothing of kinds or platforms: all its hosts are containers. */
    public RackNode {
        kind = Objects.requireNonNullElse(kind, HostKind.CONTAINER);
        platform = Objects.requireNonNullElseGet(platform, Platform::usual);
    }

    /** A host whose memory nobody has said anything of. */
    public RackNode(String name, String address, Role role, HostKind kind, Platform platform) {
        this(name, address, role, kind, platform, null);
    }

    /** A host that runs what is usual. */
    public RackNode(String name, String address, Role role, HostKind kind) {
        this(name, address, role, kind, Platform.usual());
    }

    /** A host that is a container. */
    public RackNode(String name, String address, Role role) {
        this(name, address, role, HostKind.CONTAINER);
    }

    public RackNode withKind(HostKind other) {
        return new RackNode(name, address, role, other, platform, memoryMebibytes);
    }

    public RackNode withPlatform(Platform other) {
        return new RackNode(name, address, role, kind, other, memoryMebibytes);
    }

    public RackNode withMemory(Memory memory) {
        return new RackNode(name, address, role, kind, platform, memory.mebibytes());
    }

    /** The most a container may take, or all a virtual machine has; empty: no limit, or what is usual for the machine's role. */
    public Optional<Memory> memory() {
        return Optional.ofNullable(memoryMebibytes).map(Memory::new);
    }

    /** The name up to its first dot. */
    public String shortName() {
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    /** Whether that is its name, the short or the full one. */
    public boolean isCalled(String word) {
        return name.equals(word) || shortName().equals(word);
    }
}
