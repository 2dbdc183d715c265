package io.urania.cluster.system;

/** Files and directories that systems have in different places, by what they are for. */
public enum SystemPath {
    /** The file with the one line of arguments that the kernel gets when it starts. */
    KERNEL_ARGUMENTS("kernel arguments"),
    /** The directory that HAProxy shuts itself in, which its package brings. */
    LOAD_BALANCER_ROOT("HAProxy's root"),
    /** Where HAProxy listens for its administrator, in a directory that is there before it starts. */
    LOAD_BALANCER_SOCKET("HAProxy's socket");

    private final String words;

    SystemPath(String words) {
        this.words = words;
    }

    /** What people call it. */
    public String words() {
        return words;
    }
}
