package io.urania.engine.process;

import io.urania.engine.text.ResourceText;

/**
 * POSIX sh functions that find out which process holds a TCP port, a file's lock or a file. A script that uses them has {@link
 * #functions()} before it; what they print is read with {@link Holder#read}.
 *
 * <ul>
 *   <li>{@code port_holders PORT...} prints a line for each process that listens on one of the ports, on whatever address.
 *   <li>{@code told_holders TEXT} prints such lines, each behind the words "holder of port", for the ports that a program says are in use.
 *   <li>{@code lock_holders FILE...} prints a line for each process with a lock on one of the files, a path without spaces.
 *   <li>{@code file_holders FILE...} prints such a line for each process that has one of the files open.
 * </ul>
 *
 * <p>Where nothing is held, they print nothing and run three processes at the most. They need root to see the processes of others.
 */
public final class Holders {

    private Holders() {}

    /** The functions, each line ended. */
    public static String functions() {
        return ResourceText.beside(Holders.class, "holders.sh");
    }

    /** The same, and {@code unit_of PID}, which prints the systemd unit of a process, or {@code -}. */
    public static String functionsWithUnits() {
        return ResourceText.beside(Holders.class, "unit-of.sh") + functions();
    }
}
