package io.urania.control.hostkey;

import io.urania.control.failure.ExitCode;
import io.urania.control.failure.Refusal;
import io.urania.engine.state.StateDirectory;
import io.urania.engine.transport.hostkey.KnownHosts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The keys of hosts that are believed: those that are pinned beside the inventory, and those that the user's ssh knows. */
public final class BelievedKeys {

    private BelievedKeys() {}

    /**
     * The keys for an inventory; new ones are pinned beside it.
     *
     * @param home the user's home directory
     * @throws Refusal if a key beside the inventory would be believed of many hosts: whoever gave the inventory away may have left it there
     */
    public static KnownHosts of(StateDirectory state, Path home) throws Refusal, IOException {
        Optional<String> line = KnownHosts.lineForOthers(state.knownHosts());
        if (line.isPresent()) {
            throw new Refusal(
                    ExitCode.USAGE,
                    line.get()
                            + " has a pattern or a marker, which would trust one key for many hosts; Urania"
                            + " writes no such line. If somebody else made the inventory, remove its folder .urania;"
                            + " otherwise remove the line, or put it into ~/.ssh/known_hosts");
        }
        return new KnownHosts(List.of(state.knownHosts(), home.resolve(".ssh/known_hosts")));
    }
}
