package io.urania.lab.host;

import io.urania.lab.layout.RackNode;
import io.urania.lab.report.RackException;
import io.urania.lab.system.ProcessTable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** One host of a rack on this machine, whatever it is made of. Whether it runs is told by this machine's processes alone. */
public interface Host {
    RackNode node();

    HostFiles files();

    /** Whether the host runs, boots, or boots again. */
    boolean isUp(ProcessTable processes);

    /** Whether the host is so far that a command may be run in it. */
    boolean takesCommands(ProcessTable processes);

    /** Whether the host was started at least once: what happened to it is kept. */
    boolean isSeeded();

    /** Whether the host has a clock that is not this machine's. */
    boolean hasOwnClock();

    /** How long it may take from the start until ssh answers, when so many hosts start together. */
    Duration patience(int hosts);

    /**
     * Makes what all hosts of this kind have in common, if it is not there.
     *
     * @param base the base tree
     */
    void prepare(Path base) throws RackException, IOException, InterruptedException;

    /** Starts the host in the background; it outlives this program. Returns at once. */
    void start(HostStart start) throws RackException, IOException, InterruptedException;

    /** Shuts the host down in order, or ends it by force when it does not go; leaves nothing of it but its files. */
    void stop() throws RackException, IOException, InterruptedException;

    /** Ends the host at once, as if its plug was pulled; leaves nothing of it but its files. */
    void end() throws RackException, IOException, InterruptedException;

    /** Pulls the host's network cable; connections that are open are not told. */
    void cut() throws RackException, IOException, InterruptedException;

    /** Connects the host again, if it is cut. */
    void connect() throws RackException, IOException, InterruptedException;

    /** A process builder for a command as root in the running host, with a login's environment; it has a terminal if its process has. */
    ProcessBuilder command(List<String> command) throws RackException, IOException;

    /** What is said where a running host is needed and this one is none. */
    default RackException notRunning() {
        return new RackException(
                node().shortName() + " is not running",
                "this needs a running host",
                "start it: urania lab start " + node().shortName());
    }
}
