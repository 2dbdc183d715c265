package io.urania.engine.transport;

/** By which means a host is reached. */
public enum Way {
    /** The ssh program of this machine; the client in this program where there is none, or a password is to be given. */
    SSH,
    /** The SSH client in this program. */
    BUILT_IN,
    /** The host is this machine. */
    LOCAL
}
