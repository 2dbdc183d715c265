package io.urania.control.opening;

import io.urania.artifacts.Architecture;
import io.urania.cluster.phase.HostArtifacts;
import io.urania.control.failure.Refusal;
import io.urania.control.hostkey.FirstContact;
import io.urania.control.port.Showing;
import io.urania.control.port.Steps;
import io.urania.control.stage.Answers;
import io.urania.engine.batch.BatchRunner;
import io.urania.engine.event.EventSink;
import io.urania.engine.fact.FactBook;
import io.urania.engine.fact.FactReader;
import io.urania.engine.fact.Question;
import io.urania.engine.run.FactGathering;
import io.urania.engine.run.FactGathering.Gathered;
import io.urania.engine.system.SystemProbe;
import io.urania.engine.transport.Target;
import io.urania.engine.transport.Transport;
import io.urania.engine.transport.TransportException;
import java.io.IOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The first round trip to all hosts: opens the connections, and meets unknown hosts. */
final class Survey {

    private final Transport transport;
    private final FirstContact firstContact;
    private final Showing showing;
    private final Clock clock;

    /**
     * @param showing how to show that hosts are surveyed which are asked for nothing else
     */
    Survey(Transport transport, FirstContact firstContact, Showing showing, Clock clock) {
        this.transport = transport;
        this.firstContact = firstContact;
        this.showing = showing;
        this.clock = clock;
    }

    /** A round trip to all hosts. */
    @FunctionalInterface
    interface RoundTrip {
        Gathered make() throws InterruptedException;
    }

    /**
     * Meets all hosts in a round trip of its own, and asks what systems they are.
     *
     * @throws Refusal with every host that cannot be used and why
     */
    FactBook meet(Map<String, Target> targets) throws Refusal, IOException, InterruptedException {
        try (Steps steps = showing.steps()) {
            steps.started("Connect to " + targets.size() + (targets.size() == 1 ? " host" : " hosts"));
            return Answers.complete(introducing(targets, () -> gather(targets, steps.waits())), targets.size());
        }
    }

    /** The architectures of those hosts that told theirs: of the others, and of what is wrong with them, the preflight tells. */
    static SortedSet<Architecture> architectures(FactBook book) {
        return book.hosts().values().stream()
                .flatMap(facts -> facts.find(SystemProbe.QUESTION).stream())
                .flatMap(system -> HostArtifacts.architecture(system).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Makes a round trip, and makes it again if it has met unknown hosts and the person knows them. */
    Gathered introducing(Map<String, Target> targets, RoundTrip trip) throws IOException, InterruptedException {
        Gathered gathered = trip.make();
        List<Target> unknown = targets.entrySet().stream()
                .filter(target -> isKeyRefused(gathered.failures(), target.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        return !unknown.isEmpty() && firstContact.introduce(unknown) ? trip.make() : gathered;
    }

    private Gathered gather(Map<String, Target> targets, EventSink waits) throws InterruptedException {
        Map<String, List<Question<?>>> questions = new HashMap<>();
        targets.keySet().forEach(host -> questions.put(host, List.of(SystemProbe.QUESTION)));
        return new FactGathering(new FactReader(new BatchRunner(transport)), waits, clock).gather(targets, questions);
    }

    private static boolean isKeyRefused(SortedMap<String, TransportException> failures, String host) {
        TransportException failure = failures.get(host);
        return failure != null && failure.kind() == TransportException.Cause.HOST_KEY;
    }
}
