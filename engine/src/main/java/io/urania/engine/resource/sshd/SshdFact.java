package io.urania.engine.resource.sshd;

import java.util.Map;
import java.util.Optional;

/**
 * OpenSSH's server on a host.
 *
 * @param program its absolute path; empty if there is none
 * @param configuration the text of its main file
 * @param dropIn the text of Urania's file beside it
 * @param effective what the server itself says of its settings, names in lower case; empty if it does not tell
 */
public record SshdFact(
        Optional<String> program,
        Optional<String> configuration,
        Optional<String> dropIn,
        Map<String, String> effective) {

    public SshdFact {
        effective = Map.copyOf(effective);
    }
}
