package io.urania.cli.conformance;

import java.time.Duration;

/**
 * What became of a spec.
 *
 * @param message why it failed or was left out; empty where it passed, or where nobody asked for it
 */
record SpecReport(String name, State state, Duration took, String message) {

    /** How a spec ends, of ginkgo's more kinds. */
    enum State {
        PASSED,
        FAILED,
        /** Not run: because of {@code --skip}, or because the suite itself saw a reason, which is the message. */
        SKIPPED
    }

    boolean isConformance() {
        return name.contains(Specs.CONFORMANCE);
    }
}
