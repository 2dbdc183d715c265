package io.urania.cli.progress;

import io.urania.cli.console.Durations;
import io.urania.cli.console.HostNames;
import io.urania.cli.console.Style;
import io.urania.engine.event.Event;
import io.urania.engine.event.PlannedChange;
import io.urania.engine.plan.TaskId;
import io.urania.engine.state.RecordedRun;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The story of a recorded run, in the lines that a pipe was shown while it happened, and what became of the rest. */
public final class RunReplay {

    private final Style style;

    public RunReplay(Style style) {
        this.style = style;
    }

    public List<String> of(RecordedRun run) {
        List<String> lines = new ArrayList<>();
        lines.add(style.bold("Run " + run.id() + ": urania " + run.header().command()));
        lines.add("  of " + String.join(" ", run.header().inventories()) + ", started "
                + run.header().at() + " by "
                + run.header().user() + "@" + run.header().machine() + " (process "
                + run.header().process() + "), Urania " + run.header().version());
        EventLines events = new EventLines(run.header().at(), style, Output.TEXT);
        run.events().forEach(event -> events.of(event).ifPresent(lines::add));
        lines.addAll(unheard(run));
        if (!run.complete()) {
            lines.add("  (the end of the journal is missing: it was not written to disk)");
        }
        lines.add(end(run));
        return lines;
    }

    /** The last line: how it ended, and what was done. */
    String end(RecordedRun run) {
        String changes = run.planned() == 0
                ? "no changes were started"
                : run.count(Event.ChangeFinished.class) + " steps done, " + run.count(Event.ChangeFailed.class)
                        + " failed, " + run.count(Event.ChangeBlocked.class) + " not started because of that";
        String took = Durations.exact(run.took());
        return switch (run.outcome()) {
            case DONE -> style.green("Done in " + took) + ": " + changes + ".";
            case FAILED -> style.red("Failed after " + took) + ": " + changes + ".";
            case INTERRUPTED -> style.yellow("Interrupted after " + took) + ": " + changes + ".";
            case DIED -> style.red("Died after " + took) + ", without a final event: " + changes + ".";
            case RUNNING -> "Running for " + took + ": " + changes + ".";
        };
    }

    /** Steps that were sent to a host and whose end was not heard of: whether they were done, only the host knows. */
    private static List<String> unheard(RecordedRun run) {
        Set<TaskId> begun = new LinkedHashSet<>();
        Set<TaskId> settled = new HashSet<>();
        List<PlannedChange> planned = new ArrayList<>();
        for (Event event : run.events()) {
            switch (event) {
                case Event.RunStarted started -> planned.addAll(started.changes());
                case Event.BatchSent sent -> sent.tasks().forEach(task -> begun.add(new TaskId(sent.host(), task)));
                case Event.ChangeFinished done -> settled.add(done.id());
                case Event.ChangeFailed failed -> settled.add(failed.id());
                case Event.ChangeBlocked blocked -> settled.add(blocked.id());
                case Event.FactsStarted _,
                        Event.FactsRead _,
                        Event.FactsFailed _,
                        Event.ChangeStarted _,
                        Event.ChangeRepeated _,
                        Event.Waiting _,
                        Event.Waited _,
                        Event.RunFinished _ -> {}
            }
        }
        List<String> lines = new ArrayList<>();
        HostNames names = new HostNames(
                planned.stream().map(PlannedChange::host).distinct().toList());
        begun.removeAll(settled);
        begun.forEach(id -> lines.add("  sent, no result received: " + names.of(id.host()) + ": " + id.name()));
        long left = planned.stream()
                .map(PlannedChange::id)
                .filter(id -> !settled.contains(id) && !begun.contains(id))
                .count();
        if (left > 0) {
            lines.add("  never started: " + left + " of " + planned.size() + " steps");
        }
        return lines;
    }
}
