package io.urania.engine.state;

import io.urania.engine.event.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A run as its journal tells it.
 *
 * @param end what the run said of its own end; empty if it did not come to that
 * @param outcome how it ended, or that it goes on
 * @param complete whether every line could be read; the last line of a run that died may be half of one
 */
public record RecordedRun(
        RunHeader header, List<Event> events, Optional<RunEnd> end, RunOutcome outcome, boolean complete) {

    public RecordedRun {
        events = List.copyOf(events);
    }

    public RunId id() {
        return header.id();
    }

    /** From its beginning to the last that was heard of it. */
    public Duration took() {
        Instant last = end.map(RunEnd::at)
                .orElseGet(
                        () -> events.isEmpty() ? header.at() : events.getLast().at());
        return Duration.between(header.at(), last);
    }

    /** How many changes its plan had, without those that only look. */
    public int planned() {
        return events.stream()
                .filter(Event.RunStarted.class::isInstance)
                .map(event -> ((Event.RunStarted) event).changes().size())
                .findFirst()
                .orElse(0);
    }

    /** How many events of a kind there were. */
    public int count(Class<? extends Event> kind) {
        return (int) events.stream().filter(kind::isInstance).count();
    }
}
