package io.urania.engine.batch;

import io.urania.engine.time.Timer;
import io.urania.engine.time.Timer.Alarm;
import java.time.Duration;

/**
 * Cuts the connection of a batch off that does not come to its first step, or stays open after its last: what a login shell
 * runs at its start may wait for ever, or leave something running that keeps the connection. Watches the thread that made it.
 */
final class BatchWatch {

    /** From the moment at which the connection is asked for to the first step. */
    static final Duration UNTIL_BEGUN = Duration.ofSeconds(60);

    /** From the last word of a batch to the end of its output, between which a host has nothing to do. */
    static final Duration UNTIL_CLOSED = Duration.ofSeconds(20);

    /** Why a batch was cut off. */
    enum Verdict {
        /** It was not. */
        WELL,
        NOT_BEGUN,
        NOT_CLOSED
    }

    private final Timer timer;
    private final Thread watched = Thread.currentThread();
    private Alarm alarm = () -> {};
    private int moment;
    private Verdict verdict = Verdict.WELL;

    BatchWatch(Timer timer) {
        this.timer = timer;
    }

    /** The batch begins to be sent; again, if it was sent in vain. */
    void sent() {
        allow(UNTIL_BEGUN, Verdict.NOT_BEGUN);
    }

    /** The first step has begun: steps have limits of their own. */
    synchronized void begun() {
        moment++;
        alarm.callOff();
    }

    /** The batch has said its last word. */
    void over() {
        allow(UNTIL_CLOSED, Verdict.NOT_CLOSED);
    }

    /** The connection has ended, however it did. An interrupt of this watch's own is taken back. */
    synchronized Verdict end() {
        begun();
        if (verdict != Verdict.WELL) {
            Thread.interrupted();
        }
        return verdict;
    }

    private synchronized void allow(Duration limit, Verdict otherwise) {
        begun();
        int now = moment;
        alarm = timer.after(limit, () -> cut(now, otherwise));
    }

    private synchronized void cut(int since, Verdict why) {
        if (moment == since) {
            verdict = why;
            watched.interrupt();
        }
    }
}
