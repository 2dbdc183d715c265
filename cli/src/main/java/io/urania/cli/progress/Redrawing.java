package io.urania.cli.progress;

import io.urania.cli.console.Console;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Redraws the console's footer, ten times a second at most, until it is closed. */
final class Redrawing implements AutoCloseable {

    private static final long PERIOD_MILLISECONDS = 100;

    private final Console console;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().factory());
    private final ScheduledFuture<?> drawing;
    private boolean shows;

    Redrawing(Console console, Supplier<List<String>> frame) {
        this.console = console;
        this.drawing =
                timer.scheduleAtFixedRate(() -> draw(frame.get()), 0, PERIOD_MILLISECONDS, TimeUnit.MILLISECONDS);
    }

    /** Whoever has nothing to show leaves the footer to others. */
    private void draw(List<String> lines) {
        if (!lines.isEmpty() || shows) {
            console.footer(lines);
            shows = !lines.isEmpty();
        }
    }

    @Override
    public void close() {
        timer.shutdown();
        try {
            timer.awaitTermination(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        console.footer(List.of());
        if (drawing.state() == Future.State.FAILED) {
            throw new IllegalStateException("the display broke down", drawing.exceptionNow());
        }
    }
}
