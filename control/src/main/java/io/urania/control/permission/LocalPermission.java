package io.urania.control.permission;

import io.urania.cluster.variable.Origins;
import io.urania.control.failure.ExitCode;
import io.urania.control.failure.Refusal;
import io.urania.control.port.Asking;
import io.urania.control.port.Telling;
import io.urania.engine.transport.Target;
import io.urania.inventory.library.lookup.OutsideRead;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Asks whether an inventory may do what it wants on this machine, once for each thing. An inventory is data that somebody else may have
 * written: it runs nothing here by itself, whichever command looks at it.
 */
public final class LocalPermission {

    /** The option that allows everything. */
    private static final String OPTION = "--allow-pipe-lookups";

    private final Asking asking;
    private final Telling telling;
    private final AllowedBefore allowed;
    private final Clock clock;

    public LocalPermission(Asking asking, Telling telling, AllowedBefore allowed, Clock clock) {
        this.asking = asking;
        this.telling = telling;
        this.allowed = allowed;
        this.clock = clock;
    }

    /**
     * Goes on only if all that the inventory wants here has been allowed.
     *
     * @param inventory its folder
     * @param reads what its lookups have read of this machine
     * @throws Refusal if the answer is no, or nobody is there to ask
     */
    public void require(Path inventory, Map<String, Target> targets, Origins origins, List<OutsideRead> reads)
            throws Refusal, IOException {
        List<WantedHere> unknown = new ArrayList<>();
        List<String> told = new ArrayList<>();
        for (WantedHere wanted : wanted(targets, origins, reads)) {
            if (!allowed.contains(inventory, wanted)) {
                unknown.add(wanted);
                told.add("  " + wanted.what() + "\n    " + wanted.does() + ": " + wanted.place()
                        + allowed.before(inventory, wanted)
                                .map(before -> compared(before, wanted))
                                .orElse(""));
            }
        }
        if (unknown.isEmpty()) {
            return;
        }
        allowed.doubt()
                .ifPresent(doubt -> telling.warn(
                        doubt + ", so it is not trusted; remove the permissions of others, or remove the file"));
        String list = String.join("\n", told);
        if (!asking.canAsk()) {
            throw new Refusal(
                    ExitCode.USAGE,
                    "the inventory wants to do on this machine what is not allowed yet:\n" + list
                            + "\nno host was contacted; if you know who wrote it, run the same command on a terminal,"
                            + " which asks, or with " + OPTION);
        }
        if (!asking.confirm(
                "The inventory wants to do this on this machine:\n" + list,
                "Do you know who wrote it, and allow this? The answer yes is kept in " + allowed.file() + ".")) {
            throw new Refusal(ExitCode.FAILED, "no host was contacted");
        }
        try {
            for (WantedHere wanted : unknown) {
                allowed.add(inventory, wanted, LocalDate.now(clock));
            }
        } catch (IOException unwritable) {
            telling.warn("the answer cannot be saved, and is asked for again next time: " + unwritable.getMessage());
        }
    }

    private static String compared(Permission before, WantedHere wanted) {
        return before.what().equals(Permission.printable(wanted.what()))
                ? "\n    its text has changed since it was allowed on " + before.day()
                : "\n    it has changed since it was allowed on " + before.day() + ": " + before.what();
    }

    private static List<WantedHere> wanted(Map<String, Target> targets, Origins origins, List<OutsideRead> reads)
            throws Refusal {
        try {
            return WantedHere.of(targets, origins, reads);
        } catch (IOException unreadable) {
            throw new Refusal(ExitCode.USAGE, String.valueOf(unreadable.getMessage()));
        }
    }
}
