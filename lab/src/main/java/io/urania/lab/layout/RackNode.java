package io.urania.lab.layout;

import io.urania.lab.platform.Platform;
import java.util.Objects;

/**
 * A host of a rack.
 *
 * @param name fully qualified, as in the inventory
 * @param address IPv4
 */
public record RackNode(String name, String address, Role role, HostKind kind, Platform platform) {
    /** The file of a rack that an earlier version of the program made says nothing of kinds or platforms: all its hosts are containers. */
    public RackNode {
        kind = Objects.requireNonNullElse(kind, HostKind.CONTAINER);
        platform = Objects.requireNonNullElseGet(platform, Platform::usual);
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
        return new RackNode(name, address, role, other, platform);
    }

    public RackNode withPlatform(Platform other) {
        return new RackNode(name, address, role, kind, other);
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
