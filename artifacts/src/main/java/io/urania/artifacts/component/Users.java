package io.urania.artifacts.component;

import io.urania.artifacts.Architecture;

/** The hosts that something of a component is for. */
public enum Users {
    EVERY_NODE,
    /** Control plane hosts, and hosts of etcd. */
    CONTROL_PLANE;

    /** Whether there can be such a host: one with 32-bit ARM is a worker only, for etcd does not support it. */
    public boolean mayHave(Architecture architecture) {
        return this == EVERY_NODE || architecture != Architecture.ARM;
    }
}
