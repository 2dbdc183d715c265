package io.urania.engine.time;

import java.time.Duration;

/** Has something done after a while. A port: tests say themselves when the while is over. */
@FunctionalInterface
public interface Timer {

    /** The time that passes. Each alarm is a virtual thread that sleeps. */
    Timer REAL = (pause, action) -> {
        Thread sleeper = Thread.ofVirtual().name("timer").start(() -> {
            try {
                Thread.sleep(pause);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt(); // it was called off
                return;
            }
            action.run();
        });
        return sleeper::interrupt;
    };

    /**
     * Does something after a while, unless it is called off before; returns at once.
     *
     * @param action short; it is done by a thread of the timer's own
     */
    Alarm after(Duration pause, Runnable action);

    /** Something that is going to be done. */
    @FunctionalInterface
    interface Alarm {

        /** Does nothing if it was done or called off before. What is being done now is done to its end. */
        void callOff();
    }
}
