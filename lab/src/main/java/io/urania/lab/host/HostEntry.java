package io.urania.lab.host;

import io.urania.lab.system.Commands;
import io.urania.lab.system.Script;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The way into a running host that needs no network: its namespaces. */
public final class HostEntry {
    private static final Script ENTER = new Script("host/enter");

    private HostEntry() {}

    /**
     * A process builder for a command as root in the host, with a login's environment.
     *
     * @param leader the host's first process, as this machine counts
     */
    public static ProcessBuilder command(long leader, List<String> command) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(Long.toString(leader)));
        arguments.addAll(command);
        return Commands.builder(ENTER.command(arguments));
    }
}
