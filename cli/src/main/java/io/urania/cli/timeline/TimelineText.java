package io.urania.cli.timeline;

import io.urania.cli.console.Durations;
import io.urania.cli.console.HostNames;
import io.urania.engine.event.Event;
import io.urania.engine.state.RecordedRun;
import io.urania.engine.state.RunOutcome;
import io.urania.engine.text.Count;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** The words of a timeline. */
final class TimelineText {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern(
                    "d MMMM yyyy, HH:mm:ss 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private TimelineText() {}

    static String title(Timeline timeline) {
        RecordedRun run = timeline.run();
        return "urania " + run.header().command() + ": " + run.outcome().word()
                + (run.outcome() == RunOutcome.DONE ? " in " : " after ") + Durations.exact(timeline.length());
    }

    static String subtitle(Timeline timeline) {
        RecordedRun run = timeline.run();
        int failed = run.count(Event.ChangeFailed.class);
        return "Run " + run.id() + ", " + WHEN.format(run.header().at()) + ", "
                + String.join(" ", run.header().inventories()) + ". "
                + Count.of(timeline.bars().size(), "step") + " on "
                + Count.of(timeline.hosts().size(), "host")
                + (failed == 0 ? "." : ", " + failed + " failed.");
    }

    static String pathHeading(Timeline timeline, List<Bar> shown) {
        Duration together = timeline.path().stream().map(Bar::took).reduce(Duration.ZERO, Duration::plus);
        String which = shown.size() == timeline.path().size()
                ? "The " + shown.size() + " steps"
                : "The longest " + shown.size() + " of " + timeline.path().size() + " steps";
        return which + " on the critical path (" + Durations.exact(together) + " of "
                + Durations.exact(timeline.length()) + ")";
    }

    /** All about a step, for whoever points at it. */
    static String sentence(Bar bar, HostNames names) {
        return names.of(bar.id().host()) + ": " + bar.phase() + ": " + bar.title() + "\n"
                + bar.fate().words() + ", " + Durations.exact(bar.took()) + " from " + Durations.exact(bar.from())
                + (bar.link() > 0 ? "; on the critical path" : "");
    }
}
