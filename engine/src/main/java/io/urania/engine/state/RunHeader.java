package io.urania.engine.state;

import java.time.Instant;
import java.util.List;

/**
 * How a run began.
 *
 * @param at when the command was typed
 * @param command the command's words, such as {@code apply}; never its secrets
 * @param inventories what it was about, as the person wrote it
 * @param version Urania's own
 * @param user who typed it
 * @param machine where
 * @param process its number there
 */
public record RunHeader(
        RunId id,
        Instant at,
        String command,
        List<String> inventories,
        String version,
        String user,
        String machine,
        long process) {

    public RunHeader {
        inventories = List.copyOf(inventories);
    }
}
