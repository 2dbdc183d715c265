package io.urania.control.opening;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.control.hostkey.FirstContact;
import io.urania.control.port.RecordedPerson;
import io.urania.engine.fact.FactBook;
import io.urania.engine.run.FactGathering.Gathered;
import io.urania.engine.transport.LocalTransport;
import io.urania.engine.transport.Target;
import io.urania.engine.transport.TransportException;
import io.urania.engine.transport.TransportException.Cause;
import io.urania.engine.transport.hostkey.HostKey;
import io.urania.engine.transport.hostkey.HostKeyVerdict;
import io.urania.engine.transport.hostkey.KnownHosts;
import io.urania.engine.transport.hostkey.ShownKey;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A round trip that meets hosts which nobody knows. */
final class SurveyTest {

    private static final Target CLIO = new Target("clio", "10.0.0.1", 22, "pi", true, Optional.empty(), List.of());

    @TempDir
    private Path directory;

    private int trips;

    @Test
    void isMadeAgainWhenThePersonKnowsTheHost() throws Exception {
        assertThat(introduced(true, Cause.HOST_KEY).failures()).isEmpty();
        assertThat(trips).isEqualTo(2);
        assertThat(directory.resolve("known_hosts")).isNotEmptyFile();
    }

    @Test
    void isNotMadeAgainWhenThePersonDoesNot() throws Exception {
        assertThat(introduced(false, Cause.HOST_KEY).failures()).containsOnlyKeys("clio");
        assertThat(trips).isEqualTo(1);
    }

    @Test
    void asksNobodyAboutAHostThatCannotBeReached() throws Exception {
        assertThat(introduced(true, Cause.UNREACHABLE).failures()).containsOnlyKeys("clio");
        assertThat(trips).isEqualTo(1);
        assertThat(directory.resolve("known_hosts")).doesNotExist();
    }

    /** A trip whose first attempt fails. */
    private Gathered introduced(boolean known, Cause cause) throws Exception {
        RecordedPerson person = RecordedPerson.answering(known);
        HostKey key =
                new HostKey("ssh-ed25519", "AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl");
        FirstContact firstContact = new FirstContact(
                person,
                _ -> Optional.of(new ShownKey("10.0.0.1", key, new HostKeyVerdict.Unknown())),
                new KnownHosts(List.of(directory.resolve("known_hosts"))),
                () -> {});
        try (LocalTransport transport = new LocalTransport()) {
            Survey survey = new Survey(transport, firstContact, person, Clock.systemUTC());
            return survey.introducing(Map.of("clio", CLIO), () -> trip(cause));
        }
    }

    private Gathered trip(Cause cause) {
        trips++;
        TreeMap<String, TransportException> failures = new TreeMap<>();
        if (trips == 1) {
            failures.put("clio", new TransportException(cause, "clio: no answer"));
        }
        return new Gathered(new FactBook(Map.of()), failures);
    }
}
