package io.urania.cluster.system;

/** Files and directories that systems have in different places, by what they are for. */
public enum SystemPath {
    /** The file with the one line of arguments that the kernel gets when it starts. */
    KERNEL_ARGUMENTS,
    /** The directory that HAProxy shuts itself in, which its package brings. */
    LOAD_BALANCER_ROOT
}
