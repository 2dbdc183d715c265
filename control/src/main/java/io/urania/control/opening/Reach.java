package io.urania.control.opening;

import io.urania.control.hostkey.FirstContact;
import io.urania.control.port.Asking;
import io.urania.control.port.Person;
import io.urania.control.stage.Request;
import io.urania.engine.state.StateDirectory;
import io.urania.engine.transport.Password;
import io.urania.engine.transport.Transport;
import io.urania.engine.transport.hostkey.KnownHosts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/** The way to all hosts, and the round trip that meets them first. */
record Reach(Transport transport, Survey survey) {

    /**
     * Opens the way; hosts are not connected to before they are asked something.
     *
     * @param keys that are believed; those that the person accepts are added
     * @param home the user's home directory
     * @param resources closes the way
     */
    static Reach open(
            Request request, StateDirectory state, KnownHosts keys, Path home, Clock clock, CloseableStack resources)
            throws IOException {
        Person person = request.person();
        Connections connections = new Connections(keys, home, System.getenv());
        Transport transport = resources.add(connections.open(passwordForSudo(request, person.asking())));
        FirstContact firstContact = new FirstContact(person.asking(), connections.keyScan(), keys, state::make);
        return new Reach(transport, new Survey(transport, firstContact, person.showing(), clock));
    }

    private static Optional<Password> passwordForSudo(Request request, Asking asking) throws IOException {
        return request.asksForSudo() ? Optional.of(Password.of(asking.passwordForSudo())) : Optional.empty();
    }
}
