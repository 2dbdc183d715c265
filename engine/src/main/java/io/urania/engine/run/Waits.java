package io.urania.engine.run;

import io.urania.engine.event.Event;
import io.urania.engine.time.Timer;
import io.urania.engine.time.Timer.Alarm;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * Tells of whatever waits for more than ten seconds: then, when the words have changed, and every minute while it goes on; and of
 * the end of a wait that was told of. Safe for use by many threads.
 */
final class Waits {

    /** How long nothing need be said. */
    static final Duration SILENCE = Duration.ofSeconds(10);

    /** After so many periods of silence the same is said again. */
    private static final int AGAIN = 6;

    private final Timer timer;
    private final Clock clock;
    private final Consumer<Event> told;

    /**
     * @param told called by the threads that wait and by the timer's, for each wait one call at a time
     */
    Waits(Timer timer, Clock clock, Consumer<Event> told) {
        this.timer = timer;
        this.clock = clock;
        this.told = told;
    }

    /** Something of a host that waits for one thing after the other. */
    Waiter of(String host) {
        return new Waiter(host);
    }

    /** What waits. */
    final class Waiter {

        private final String host;
        private Alarm alarm = () -> {};
        private int moment;
        private int silences;
        private boolean said;
        private String task = "";
        private String what = "";
        private Instant since = Instant.EPOCH;

        private Waiter(String host) {
            this.host = host;
        }

        /** It waits for something; what it has waited for before in the same task is the same wait under other words. */
        synchronized void waitsFor(String newTask, String words) {
            if (!task.equals(newTask)) {
                goesOn();
                task = newTask;
                since = clock.instant();
                await();
            }
            if (!what.equals(words)) {
                what = words;
                silences = AGAIN;
            }
        }

        /** It waits no longer. */
        synchronized void goesOn() {
            alarm.callOff();
            moment++;
            if (said) {
                told.accept(
                        new Event.Waited(clock.instant(), host, task, what, Duration.between(since, clock.instant())));
            }
            said = false;
            task = "";
            what = "";
        }

        private void await() {
            int now = moment;
            alarm = timer.after(SILENCE, () -> tell(now));
        }

        private synchronized void tell(int begun) {
            if (moment != begun) {
                return;
            }
            silences++;
            if (silences > AGAIN) {
                said = true;
                silences = 1;
                told.accept(new Event.Waiting(clock.instant(), host, task, what, since));
            }
            await();
        }
    }
}
