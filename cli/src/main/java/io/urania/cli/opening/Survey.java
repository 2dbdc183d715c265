package io.urania.cli.opening;

import io.urania.artifacts.Architecture;
import io.urania.cli.failure.CommandFailure;
import io.urania.cli.hostkey.FirstContact;
import io.urania.cli.operation.Answers;
import io.urania.cluster.phase.HostArtifacts;
import io.urania.engine.batch.BatchRunner;
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

/** The first round trip to all hosts: opens the connections, meets unknown hosts, and learns the architectures. */
final class Survey {

    private final Transport transport;
    private final FirstContact firstContact;
    private final Clock clock;

    Survey(Transport transport, FirstContact firstContact, Clock clock) {
        this.transport = transport;
        this.firstContact = firstContact;
        this.clock = clock;
    }

    /**
     * The architectures of the hosts.
     *
     * @throws CommandFailure with every host that cannot be used and why
     */
    SortedSet<Architecture> architectures(Map<String, Target> targets)
            throws CommandFailure, IOException, InterruptedException {
        Gathered gathered = gather(targets);
        List<Target> unknown = targets.entrySet().stream()
                .filter(target -> isKeyRefused(gathered.failures(), target.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        FactBook book = !unknown.isEmpty() && firstContact.introduce(unknown)
                ? Answers.complete(gather(targets), targets.size())
                : Answers.complete(gathered, targets.size());
        return book.hosts().values().stream()
                .map(HostArtifacts::architecture)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Gathered gather(Map<String, Target> targets) throws InterruptedException {
        Map<String, List<Question<?>>> questions = new HashMap<>();
        targets.keySet().forEach(host -> questions.put(host, List.of(SystemProbe.QUESTION)));
        return new FactGathering(new FactReader(new BatchRunner(transport)), _ -> {}, clock).gather(targets, questions);
    }

    private static boolean isKeyRefused(SortedMap<String, TransportException> failures, String host) {
        TransportException failure = failures.get(host);
        return failure != null && failure.kind() == TransportException.Cause.HOST_KEY;
    }
}
