package io.urania.engine.resource.kernel;

/** How a kernel feature that may be a module stands. */
public enum KernelModuleFact {
    /** Loaded, or part of the kernel. */
    PRESENT,
    /** Not loaded, but modprobe can. */
    LOADABLE,
    /** The kernel does not have it. */
    UNAVAILABLE
}
