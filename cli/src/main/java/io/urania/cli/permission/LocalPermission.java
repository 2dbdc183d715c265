package io.urania.cli.permission;

import io.urania.cli.console.Console;
import io.urania.cli.failure.CommandFailure;
import io.urania.cli.failure.ExitCode;
import io.urania.cluster.variable.Origins;
import io.urania.engine.transport.Target;
import io.urania.inventory.library.lookup.OutsideRead;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Asks whether an inventory may do what it wants on this machine, once for each thing. An inventory is data that somebody else may have
 * written: it runs nothing here by itself, whichever command looks at it.
 */
public final class LocalPermission {

    /** The option that allows everything. */
    public static final String OPTION = "--allow-pipe-lookups";

    private final Console console;
    private final AllowedBefore allowed;

    public LocalPermission(Console console, AllowedBefore allowed) {
        this.console = console;
        this.allowed = allowed;
    }

    /**
     * Goes on only if all that the inventory wants here has been allowed.
     *
     * @param inventory its folder
     * @param reads what its lookups have read of this machine
     * @throws CommandFailure if the answer is no, or nobody is there to ask
     */
    public void require(Path inventory, Map<String, Target> targets, Origins origins, List<OutsideRead> reads)
            throws CommandFailure, IOException {
        List<WantedHere> unknown = new ArrayList<>();
        for (WantedHere wanted : wanted(targets, origins, reads)) {
            if (!allowed.contains(inventory, wanted)) {
                unknown.add(wanted);
            }
        }
        if (unknown.isEmpty()) {
            return;
        }
        String list = unknown.stream()
                .map(wanted -> "  " + wanted.what() + "\n    " + wanted.does() + ": " + wanted.place())
                .collect(Collectors.joining("\n"));
        if (!console.canAsk()) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "the inventory wants to do on this machine what nobody has allowed yet:\n" + list
                            + "\nno host was connected to; if you know who wrote it, type the same command on a terminal,"
                            + " which asks, or with " + OPTION);
        }
        console.printError("The inventory wants to do this on this machine:\n" + list);
        if (!console.confirm(
                "Do you know who wrote it, and may it? The answer yes is kept in " + allowed.file() + ".")) {
            throw new CommandFailure(ExitCode.FAILED, "no host was connected to");
        }
        for (WantedHere wanted : unknown) {
            allowed.add(inventory, wanted);
        }
    }

    private static List<WantedHere> wanted(
            Map<String, Target> targets, Origins origins, List<OutsideRead> reads) throws CommandFailure {
        try {
            return WantedHere.of(targets, origins, reads);
        } catch (IOException unreadable) {
            throw new CommandFailure(ExitCode.USAGE, String.valueOf(unreadable.getMessage()));
        }
    }
}
