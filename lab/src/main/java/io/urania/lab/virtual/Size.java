package io.urania.lab.virtual;

import io.urania.lab.layout.Memory;
import io.urania.lab.layout.RackNode;
import io.urania.lab.layout.Role;

/** What a virtual machine has of everything. */
public final class Size {
    static final int PROCESSORS = 2;
    /** Of the disk; the file is sparse. */
    static final long DISK = 12L << 30;

    private static final int CONTROL_PLANE_MEBIBYTES = 2560;
    private static final int NODE_MEBIBYTES = 1536;
    private static final int BALANCER_MEBIBYTES = 768;

    private Size() {}

    /** The memory of a host: what somebody said of it, or what is usual for its role. */
    static int mebibytes(RackNode host) {
        return host.memory().map(Memory::mebibytes).orElseGet(() -> usual(host.role()));
    }

    private static int usual(Role role) {
        return switch (role) {
            case CONTROL_PLANE -> CONTROL_PLANE_MEBIBYTES;
            case INFRA, WORKER -> NODE_MEBIBYTES;
            case LOAD_BALANCER -> BALANCER_MEBIBYTES;
        };
    }

    /** As {@link #mebibytes}, in bytes. */
    public static long bytes(RackNode host) {
        return (long) mebibytes(host) << 20;
    }
}
