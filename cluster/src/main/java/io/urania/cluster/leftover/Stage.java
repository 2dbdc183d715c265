package io.urania.cluster.leftover;

/** When something is taken from a host, in order: each works with what the stages before have left. */
public enum Stage {
    /** Units stop, and pods end in good order. */
    STOP,
    /** Processes that have outlived that are killed. */
    END,
    /** What is mounted in directories that will be emptied is unmounted. */
    UNMOUNT,
    /** Interfaces, addresses, routes and rules of packet filters go. */
    DISCONNECT,
    /** Files and directories that programs of the cluster have made go. */
    REMOVE,
    /** What the system had before comes back. */
    RESTORE,
    /** Urania's own files go, and those that they replaced come back. */
    PUT_BACK,
    /** Directories that files were in go where nothing is left in them. */
    CLEAR,
    /** What tells hosts of Urania's from others goes. */
    LAST
}
