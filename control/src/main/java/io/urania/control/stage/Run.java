package io.urania.control.stage;

import io.urania.control.failure.ExitCode;
import io.urania.control.port.RunProgress;
import java.io.IOException;
import java.util.List;

/** A run that may change a cluster: it has the lock beside the inventory, and a journal, until it is closed. */
public interface Run extends AutoCloseable {

    /** The hosts' names, in the inventory's order. */
    List<String> hosts();

    /** The command that opens a shell on a host, for people to type. */
    String login(String host);

    /** Shows what happens; told by this run already of everything but the plan. */
    RunProgress progress();

    /** Notes in the journal how the run ended. */
    void conclude(ExitCode code);

    @Override
    void close() throws IOException;
}
