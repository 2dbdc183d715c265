package io.urania.control.opening;

import io.urania.control.hostkey.BuiltInKeyScan;
import io.urania.control.hostkey.KeyScan;
import io.urania.control.hostkey.OpenSshKeyScan;
import io.urania.engine.transport.LocalTransport;
import io.urania.engine.transport.Password;
import io.urania.engine.transport.RoutedTransport;
import io.urania.engine.transport.Transport;
import io.urania.engine.transport.builtin.BuiltInTransport;
import io.urania.engine.transport.hostkey.KnownHosts;
import io.urania.engine.transport.openssh.OpenSshTransport;
import io.urania.engine.transport.sudo.SudoTransport;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * How hosts are reached from this machine: by its ssh program if there is one, and by the client in this program.
 *
 * @param home the user's home directory
 * @param environment the variables of this process
 */
record Connections(KnownHosts knownHosts, Path home, Map<String, String> environment) {

    /**
     * The way to all hosts.
     *
     * @param becomePassword for sudo, where the inventory has none
     */
    Transport open(Optional<Password> becomePassword) {
        Optional<Transport> program = hasProgram() ? Optional.of(new OpenSshTransport(knownHosts)) : Optional.empty();
        boolean agent = !environment.getOrDefault("SSH_AUTH_SOCK", "").isEmpty();
        return new SudoTransport(
                new RoutedTransport(program, new BuiltInTransport(knownHosts, home, agent), new LocalTransport()),
                becomePassword);
    }

    /** Asks hosts for their keys, each by the way on which it is going to be reached. */
    KeyScan keyScan() {
        KeyScan builtIn = new BuiltInKeyScan(knownHosts, home);
        KeyScan program = hasProgram() ? new OpenSshKeyScan(knownHosts) : builtIn;
        return target -> (RoutedTransport.wantsProgram(target) ? program : builtIn).ask(target);
    }

    private boolean hasProgram() {
        return OpenSshTransport.isInstalled(environment.getOrDefault("PATH", ""));
    }
}
