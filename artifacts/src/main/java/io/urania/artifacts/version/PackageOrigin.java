package io.urania.artifacts.version;

/** Where a host gets a program of the system from. */
public enum PackageOrigin {
    /** From the bundle, the same on every host. */
    BUNDLE,
    /** From the package manager of the host's own system. */
    DEBIAN
}
