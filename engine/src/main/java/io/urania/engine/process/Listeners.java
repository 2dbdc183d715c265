package io.urania.engine.process;

import io.urania.engine.text.ResourceText;

/**
 * POSIX sh functions that find out who listens on ports. A script that uses them has {@link #functions()} before it.
 *
 * <ul>
 *   <li>{@code listeners PROTOCOL/PORT...} prints {@code PROTOCOL ADDRESS:PORT PID UNIT NAME} for each socket, address and port in
 *       hexadecimal as the kernel has them; {@code - - -} for one that no process shows.
 *   <li>{@code unit_of PID} prints the systemd unit of a process, or {@code -}.
 * </ul>
 */
public final class Listeners {

    private Listeners() {}

    /** The functions, each line ended. */
    public static String functions() {
        return ResourceText.beside(Listeners.class, "unit-of.sh")
                + ResourceText.beside(Listeners.class, "listeners.sh");
    }
}
