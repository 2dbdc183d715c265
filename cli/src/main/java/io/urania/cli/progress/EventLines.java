package io.urania.cli.progress;

import io.urania.cli.console.Columns;
import io.urania.cli.console.Durations;
import io.urania.cli.console.HostNames;
import io.urania.cli.console.Style;
import io.urania.engine.event.Detail;
import io.urania.engine.event.Event;
import io.urania.engine.plan.TaskId;
import io.urania.engine.text.Count;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Events as lines that stay: {@code 12.3s pandore  etcd: start etcd.service (2.1s)}. */
final class EventLines {

    private final Instant started;
    private final Style style;
    private final Output output;
    private HostNames names = new HostNames(List.of());

    /**
     * @param started the instant from which every line counts
     * @param output how closely the run is watched
     */
    EventLines(Instant started, Style style, Output output) {
        this.started = started;
        this.style = style;
        this.output = output;
    }

    /** The line of an event that is worth one when nothing is redrawn. */
    Optional<String> of(Event event) {
        learnNames(event);
        return switch (event) {
            case Event.FactsStarted(Instant at, List<String> hosts) ->
                Optional.of(stamp(at) + " reading the facts of " + Count.of(hosts.size(), "host"));
            case Event.RunStarted run ->
                run.changes().isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                stamp(run.at()) + " " + Count.of(run.changes().size(), "change") + " on "
                                        + Count.of(run.hosts().size(), "host"));
            case Event.ChangeFinished done ->
                Optional.of(line(done.at(), done.id().host(), done.phase() + ": " + done.title(), done.took()));
            case Event.Waiting waiting -> Optional.of(ofWait(waiting));
            case Event.FactsRead _,
                    Event.BatchSent _,
                    Event.ChangeStarted _,
                    Event.Waited _,
                    Event.ChangeBlocked _,
                    Event.RunFinished _ -> Optional.empty();
            case Event.FactsFailed _, Event.ChangeFailed _, Event.ChangeRepeated _ -> ofFailure(event);
        };
    }

    /** The lines of an event that tells of a failure, with what the host printed last. */
    Optional<String> ofFailure(Event event) {
        learnNames(event);
        return switch (event) {
            case Event.FactsFailed(Instant at, String host, String reason) ->
                Optional.of(stamp(at) + " " + host(host) + style.red("no facts: ") + reason);
            case Event.ChangeFailed failed ->
                Optional.of(line(
                                failed.at(),
                                failed.id().host(),
                                style.red("FAILED ") + failed.phase() + ": " + failed.title(),
                                failed.took())
                        + (failed.reason().isBlank() ? "" : "\n" + Columns.indented(failed.reason(), 8)));
            case Event.ChangeRepeated again ->
                Optional.of(line(
                                again.at(),
                                again.id().host(),
                                style.yellow("again ") + again.phase() + ": " + again.title() + ": attempt "
                                        + again.attempt() + " of " + again.attempts() + " failed, next in "
                                        + Durations.exact(again.pause()),
                                again.took())
                        + (again.reason().isBlank() ? "" : "\n" + Columns.indented(again.reason(), 8)));
            case Event.FactsStarted _,
                    Event.FactsRead _,
                    Event.RunStarted _,
                    Event.BatchSent _,
                    Event.ChangeStarted _,
                    Event.ChangeFinished _,
                    Event.Waiting _,
                    Event.Waited _,
                    Event.ChangeBlocked _,
                    Event.RunFinished _ -> Optional.empty();
        };
    }

    private String ofWait(Event.Waiting waiting) {
        boolean ofChange =
                !waiting.task().equals(Event.CONNECTION) && !waiting.task().equals(Event.FACTS);
        return stamp(waiting.at()) + " " + host(waiting.host()) + style.yellow(words(waiting))
                + (ofChange ? style.dim(" (" + waiting.task() + ")") : "");
    }

    /** {@code waiting 1m 10s for the lock of dpkg}. */
    static String words(Event.Waiting waiting) {
        return "waiting " + Durations.whole(Duration.between(waiting.since(), waiting.at())) + " for " + waiting.what();
    }

    /** The lines of a detail, for those who watch closely enough. */
    Optional<String> of(Detail detail) {
        return switch (detail) {
            case Detail.Command(Instant at, TaskId id, String script) ->
                showsCommands() ? Optional.of(detail(at, id, "runs", script)) : Optional.empty();
            case Detail.Printed(Instant at, TaskId id, String text) ->
                output == Output.TRANSCRIPT && !text.isBlank()
                        ? Optional.of(detail(at, id, "printed", text))
                        : Optional.empty();
        };
    }

    private boolean showsCommands() {
        return switch (output) {
            case COMMANDS, TRANSCRIPT -> true;
            case TEXT, ANSWER, JSON, NOTHING -> false;
        };
    }

    /** What a host prints must not steer the terminal of whoever watches it. */
    private String detail(Instant at, TaskId id, String verb, String text) {
        String harmless = text.replace("\t", "    ").replaceAll("[\\p{Cntrl}&&[^\n]]", "?");
        return stamp(at) + " " + host(id.host()) + style.dim(verb + " (" + id.name() + ")") + "\n"
                + style.dim(Columns.indented(harmless, 8));
    }

    private void learnNames(Event event) {
        if (event instanceof Event.FactsStarted facts) {
            names = new HostNames(facts.hosts());
        } else if (event instanceof Event.RunStarted run) {
            names = new HostNames(run.hosts());
        }
    }

    private String line(Instant at, String host, String what, Duration took) {
        return stamp(at) + " " + host(host) + what + style.dim(" (" + Durations.exact(took) + ")");
    }

    private String stamp(Instant at) {
        return style.dim(Columns.aligned(Durations.exact(Duration.between(started, at)), 6));
    }

    private String host(String host) {
        return Columns.padded(names.of(host), names.width()) + "  ";
    }
}
