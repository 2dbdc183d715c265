package io.urania.engine.lease;

import io.urania.engine.batch.BatchRunner;
import io.urania.engine.batch.Operation;
import io.urania.engine.event.EventSink;
import io.urania.engine.fact.FactReader;
import io.urania.engine.fact.Preface;
import io.urania.engine.run.FactGathering;
import io.urania.engine.transport.Target;
import io.urania.engine.transport.TransportException;
import java.time.Clock;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Looks at leases, whoever holds them, and takes them away. */
public final class LeaseInspection {

    private final FactGathering gathering;
    private final LeaseScript script;

    /**
     * @param events hears how hosts are asked, and which of them keep others waiting
     */
    public LeaseInspection(BatchRunner batches, LeaseScript script, Clock clock, EventSink events) {
        this.gathering = new FactGathering(new FactReader(batches), events, clock);
        this.script = script;
    }

    /** What hosts said, and why others said nothing. */
    public record Found(SortedMap<String, LeaseAnswer> answers, SortedMap<String, TransportException> failures) {}

    /** Who holds what. */
    public Found show(Map<String, Target> targets) throws InterruptedException {
        return ask(targets, script.show());
    }

    /** Takes the leases away from whoever holds them. */
    public Found remove(Map<String, Target> targets) throws InterruptedException {
        return ask(targets, script.remove());
    }

    private Found ask(Map<String, Target> targets, Operation operation) throws InterruptedException {
        SortedMap<String, LeaseAnswer> answers = Collections.synchronizedSortedMap(new TreeMap<>());
        Preface preface = new Preface(operation, (host, result) -> answers.put(host, LeaseReader.read(result)));
        return new Found(
                answers,
                gathering.gather(targets, Map.of(), Optional.of(preface)).failures());
    }
}
