package io.urania.cli.timeline;

import io.urania.cli.timeline.Bar.Fate;
import io.urania.engine.event.Event;
import io.urania.engine.event.PlannedChange;
import io.urania.engine.plan.Lane;
import io.urania.engine.plan.TaskId;
import io.urania.engine.run.CriticalPath;
import io.urania.engine.run.CriticalPath.Execution;
import io.urania.engine.state.RecordedRun;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * When each host did what.
 *
 * @param hosts all that the run had to do with, by name
 * @param facts from when to when a host told its facts
 * @param bars in the order in which they began
 * @param path the bars of the critical path, in their order
 */
public record Timeline(
        RecordedRun run,
        SortedSet<String> hosts,
        SortedMap<String, Span> facts,
        List<Bar> bars,
        List<Bar> path,
        Duration length) {

    /** From and to, since the run's beginning. */
    record Span(Duration from, Duration to) {}

    public static Timeline of(RecordedRun run) {
        Reading reading = new Reading(run.header().at());
        run.events().forEach(reading::accept);
        reading.endPart();
        Instant last = run.header().at().plus(run.took());
        reading.open.forEach((id, since) -> reading.add(id, since, last, Fate.OPEN));
        List<Bar> bars = new ArrayList<>(reading.bars.values());
        bars.sort(Comparator.comparing(Bar::from).thenComparing(Bar::id));
        List<Bar> path = bars.stream()
                .filter(bar -> bar.link() > 0)
                .sorted(Comparator.comparingInt(Bar::link))
                .toList();
        return new Timeline(run, reading.hosts, reading.facts, List.copyOf(bars), path, run.took());
    }

    /** The phases in the order in which they first had something to do. */
    List<String> phases() {
        return bars.stream().map(Bar::phase).distinct().toList();
    }

    /** Goes through the events. A run has several parts: its changes, then what is seen at the end. */
    private static final class Reading {

        private final Instant start;
        private final SortedSet<String> hosts = new TreeSet<>();
        private final SortedMap<String, Span> facts = new TreeMap<>();
        private final Map<TaskId, PlannedChange> planned = new LinkedHashMap<>();
        private final Map<TaskId, Instant> open = new LinkedHashMap<>();
        private final Map<TaskId, Bar> bars = new LinkedHashMap<>();
        private final List<Execution> part = new ArrayList<>();
        private int links;

        Reading(Instant start) {
            this.start = start;
        }

        void accept(Event event) {
            switch (event) {
                case Event.FactsStarted started -> hosts.addAll(started.hosts());
                case Event.FactsRead(Instant at, String host, Duration took) ->
                    facts.putIfAbsent(host, new Span(since(at).minus(took), since(at)));
                case Event.RunStarted begun -> {
                    endPart();
                    hosts.addAll(begun.hosts());
                    begun.changes().forEach(change -> planned.put(change.id(), change));
                }
                case Event.ChangeStarted begun -> open.put(begun.id(), begun.at());
                case Event.ChangeFinished done -> {
                    Instant since = end(done.id(), done.at(), done.took());
                    add(done.id(), since, done.at(), Fate.DONE);
                    PlannedChange change = planned.get(done.id());
                    if (change != null) {
                        part.add(new Execution(change, since, done.at()));
                    }
                }
                case Event.ChangeFailed failed ->
                    add(failed.id(), end(failed.id(), failed.at(), failed.took()), failed.at(), Fate.FAILED);
                case Event.ChangeRepeated again -> open.remove(again.id());
                case Event.FactsFailed _,
                        Event.BatchSent _,
                        Event.Waiting _,
                        Event.Waited _,
                        Event.ChangeBlocked _,
                        Event.RunFinished _ -> {}
            }
        }

        void endPart() {
            CriticalPath.of(part)
                    .links()
                    .forEach(link -> bars.computeIfPresent(link.change().id(), (_, bar) -> bar.onPath(++links)));
            part.clear();
        }

        private Instant end(TaskId id, Instant at, Duration took) {
            Instant since = open.remove(id);
            return since == null ? at.minus(took) : since;
        }

        private void add(TaskId id, Instant from, Instant to, Fate fate) {
            PlannedChange change = planned.get(id);
            bars.put(
                    id,
                    new Bar(
                            id,
                            change == null ? Lane.SYSTEM : change.lane(),
                            change == null ? "" : change.phase(),
                            change == null ? id.name() : change.title(),
                            since(from),
                            since(to),
                            fate,
                            0));
        }

        private Duration since(Instant at) {
            return Duration.between(start, at);
        }
    }
}
