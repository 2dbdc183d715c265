package io.urania.lab.report;

import java.io.IOException;
import java.time.Duration;

/**
 * Hears how a rack's work goes on. Hosts are worked on in parallel, so {@link #hostDone} may be called from several
 * threads at once.
 */
public interface RackProgress {
    /** A step begins. */
    void started(String step);

    /** A step is done for one host; {@code elapsed} counts from the step's start. */
    void hostDone(String step, String host, Duration elapsed);

    /** A step is done. A step that fails never gets here. */
    void finished(String step, Duration elapsed);

    /** Hears nothing. */
    static RackProgress silent() {
        return new RackProgress() {
            @Override
            public void started(String step) {}

            @Override
            public void hostDone(String step, String host, Duration elapsed) {}

            @Override
            public void finished(String step, Duration elapsed) {}
        };
    }

    /** Runs one step and tells of its start and end. */
    default void step(String title, Work work) throws RackException, IOException, InterruptedException {
        long start = System.nanoTime();
        started(title);
        work.run((host) -> hostDone(title, host, Duration.ofNanos(System.nanoTime() - start)));
        finished(title, Duration.ofNanos(System.nanoTime() - start));
    }

    /** What a step does. */
    interface Work {
        void run(HostListener hosts) throws RackException, IOException, InterruptedException;
    }

    /** Told of each host that a step has done. */
    interface HostListener {
        void done(String host);
    }
}
