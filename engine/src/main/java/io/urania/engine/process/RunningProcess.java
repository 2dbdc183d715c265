package io.urania.engine.process;

/**
 * A process of a host.
 *
 * @param number its process id
 * @param name what the kernel calls it, at most 15 characters (proc(5), "comm")
 * @param unit the systemd unit it belongs to; empty if it is of none
 */
public record RunningProcess(long number, String name, String unit) {

    /** Who it is: {@code cat (pid 812, busy.service)}. */
    public String words() {
        return name + " (pid " + number + (unit.isEmpty() ? "" : ", " + unit) + ")";
    }

    /** What ends it, as a command; systemd starts again what is only killed. */
    public String end() {
        return unit.endsWith(".service") || unit.endsWith(".scope") ? "systemctl stop " + unit : "kill " + number;
    }
}
