package io.urania.cli.progress;

import io.urania.cli.console.Size;
import io.urania.cli.console.Style;
import io.urania.engine.event.Event;
import io.urania.engine.state.RecordedRun;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What a terminal showed while a run went on, made from the run's journal.
 *
 * @param size of the terminal
 * @param length of the run
 * @param frames in their order, each differing from the one before
 */
public record RunRecording(Size size, Duration length, List<Frame> frames) {

    private static final Duration BETWEEN_FRAMES = Duration.ofMillis(500);

    public RunRecording {
        frames = List.copyOf(frames);
    }

    /**
     * What was to be seen from an instant on.
     *
     * @param at since the run's beginning
     * @param lines with their colours, as many as the terminal has rows at the most
     */
    public record Frame(Duration at, List<String> lines) {

        public Frame {
            lines = List.copyOf(lines);
        }
    }

    /** The recording as a terminal of this size would have shown it. */
    public static RunRecording of(RecordedRun run, Size size) {
        Style style = Style.COLOURED;
        Instant began = run.header().at();
        EventLines events = new EventLines(began, style, Output.TEXT);
        RunScreen screen = new RunScreen(began, events);
        List<String> above =
                new ArrayList<>(List.of(style.bold("$ urania " + run.header().command()), ""));
        List<Frame> frames = new ArrayList<>();
        Instant next = began;
        for (Event event : run.events()) {
            for (; next.isBefore(event.at()); next = next.plus(BETWEEN_FRAMES)) {
                add(frames, Duration.between(began, next), above, screen.frame(next, size, style), size);
            }
            screen.accept(event).ifPresent(line -> above.addAll(line.lines().toList()));
        }
        above.add(new RunReplay(style).end(run));
        add(frames, run.took(), above, List.of(), size);
        return new RunRecording(size, run.took(), frames);
    }

    private static void add(List<Frame> frames, Duration at, List<String> above, List<String> redrawn, Size size) {
        List<String> all = new ArrayList<>(above);
        all.addAll(redrawn);
        List<String> shown = all.subList(Math.max(0, all.size() - size.rows()), all.size());
        if (frames.isEmpty() || !frames.getLast().lines().equals(shown)) {
            frames.add(new Frame(at, shown));
        }
    }
}
