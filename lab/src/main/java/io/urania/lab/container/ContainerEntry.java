package io.urania.lab.container;

import io.urania.lab.system.Commands;
import io.urania.lab.system.Script;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The way into a running host that needs no network: its namespaces. */
final class ContainerEntry {
    private static final Script ENTER = new Script("container/enter");

    private ContainerEntry() {}

    /**
     * A process builder for a command as root in the host, with a login's environment.
     *
     * @param leader the host's first process, as this machine counts
     */
    static ProcessBuilder command(long leader, List<String> command) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(Long.toString(leader)));
        arguments.addAll(command);
        return Commands.builder(ENTER.command(arguments));
    }
}
