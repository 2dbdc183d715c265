package io.urania.engine.run;

import java.util.Optional;

/** Asks a run to end in order: it begins nothing more, and hosts end after the step that they are at. */
public final class Stop {

    private final Runnable preparation;
    private Optional<Cause> cause = Optional.empty();
    private Optional<Runnable> run = Optional.empty();

    /** Why a run ends early. */
    public enum Cause {
        /** Somebody wants it. */
        INTERRUPTED,
        /** As many steps have failed as were allowed to. */
        TOO_MANY_FAILURES,
        /** Another run has the hosts. */
        LEASE_LOST
    }

    /** A stop that nothing has to be prepared for. */
    public Stop() {
        this(() -> {});
    }

    /**
     * A stop for which something is prepared just before a run begins: what asks for it, for example.
     *
     * @param preparation done before each run
     */
    public Stop(Runnable preparation) {
        this.preparation = preparation;
    }

    /**
     * Asks; the first cause counts. A run that has not begun yet will begin nothing.
     *
     * @return whether there is a run now that ends in order
     */
    public synchronized boolean request(Cause why) {
        cause = cause.or(() -> Optional.of(why));
        run.ifPresent(Runnable::run);
        return run.isPresent();
    }

    /** Why, if anybody has asked. */
    public synchronized Optional<Cause> cause() {
        return cause;
    }

    /** From now on a run is told, without waiting for it; at once if somebody has asked already. */
    synchronized void begin(Runnable told) {
        preparation.run();
        run = Optional.of(told);
        cause.ifPresent(_ -> told.run());
    }

    synchronized void end() {
        run = Optional.empty();
    }
}
