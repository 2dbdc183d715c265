package io.urania.control.run;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * Who is at work here: {@code anna@laptop (process 4711)}.
 *
 * @param process its number on the machine
 */
public record Controller(String user, String machine, long process) {

    /** This process. */
    public static Controller here() {
        return new Controller(
                System.getProperty("user.name"),
                machineName(),
                ProcessHandle.current().pid());
    }

    private static String machineName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost"; // this machine's name is not among the names it knows
        }
    }

    @Override
    public String toString() {
        return user + "@" + machine + " (process " + process + ")";
    }
}
