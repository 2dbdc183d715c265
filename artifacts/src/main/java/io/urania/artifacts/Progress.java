package io.urania.artifacts;

import java.time.Duration;

/** Told what is being done while a bundle is made, so that a person can see it. Called from one thread at a time. */
public interface Progress {
    /**
     * A step begins.
     *
     * @param what the step, in plain words
     * @param done how many steps are done
     * @param total how many steps there are in all, as far as is known now
     */
    void started(String what, int done, int total);

    /** A step ended well; {@code done} counts it already. */
    void finished(String what, int done, int total, Duration elapsed);

    /** Something worth a line: a source that did not have the file, a lock that is waited for. */
    void note(String text);

    /** Tells nobody. */
    static Progress silent() {
        return new Progress() {
            @Override
            public void started(String what, int done, int total) {}

            @Override
            public void finished(String what, int done, int total, Duration elapsed) {}

            @Override
            public void note(String text) {}
        };
    }
}
