package io.urania.engine.distribution;

/** Where a host gets a file from. */
sealed interface Source {

    /** From this machine. */
    record Controller() implements Source {}

    /** From another host, which has it. */
    record Host(String name) implements Source {}
}
