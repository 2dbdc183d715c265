package io.urania.engine.transport;

import io.urania.engine.text.ControlSequences;

/**
 * How a remote command ended.
 *
 * @param code its exit code, 0 to 255
 * @param standardError the last 16 KiB of its standard error, without control sequences: people get to see it
 */
public record Exit(int code, String standardError) {

    public Exit {
        standardError = ControlSequences.removed(standardError);
    }
}
