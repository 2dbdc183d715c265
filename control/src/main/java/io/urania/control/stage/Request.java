package io.urania.control.stage;

import io.urania.control.port.Person;
import io.urania.engine.run.Limits;
import io.urania.inventory.InventoryRequest;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What to open, and for whom.
 *
 * @param command the words of the command, for the journal
 * @param inventory what to read, and with what
 * @param bundle the bundle to install from; otherwise the cache's, which is made if need be
 * @param limits how far a run may go
 * @param unlocking the command that shows and takes away what keeps others out, for people to type
 * @param asksForSudo whether to ask for the password that sudo wants
 * @param person who is asked and told on the way
 */
public record Request(
        String command,
        InventoryRequest inventory,
        Optional<Path> bundle,
        Limits limits,
        String unlocking,
        boolean asksForSudo,
        Person person) {}
