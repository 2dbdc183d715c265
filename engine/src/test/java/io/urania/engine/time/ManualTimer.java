package io.urania.engine.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Time that passes when a test says so; what is due is done by whoever says it. */
public final class ManualTimer extends Clock implements Timer {

    private final List<Due> alarms = new ArrayList<>();
    private Instant now = Instant.EPOCH;
    private int number;

    private record Due(int number, Instant at, Runnable action) {}

    @Override
    public synchronized Alarm after(Duration pause, Runnable action) {
        Due due = new Due(number++, now.plus(pause), action);
        alarms.add(due);
        return () -> callOff(due);
    }

    private synchronized void callOff(Due due) {
        alarms.remove(due);
    }

    /** Lets time pass, and does on the way what is due. */
    public void pass(Duration duration) {
        Instant end = instant().plus(duration);
        for (Optional<Due> due = next(end); due.isPresent(); due = next(end)) {
            due.get().action().run();
        }
        set(end);
    }

    private synchronized Optional<Due> next(Instant end) {
        Optional<Due> due =
                alarms.stream().filter(alarm -> !alarm.at().isAfter(end)).min(Comparator.comparing(Due::at));
        due.ifPresent(alarm -> {
            alarms.remove(alarm);
            now = alarm.at();
        });
        return due;
    }

    private synchronized void set(Instant instant) {
        now = instant;
    }

    /** How many alarms are set. */
    public synchronized int alarms() {
        return alarms.size();
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
