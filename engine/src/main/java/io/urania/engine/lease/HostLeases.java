package io.urania.engine.lease;

import io.urania.engine.batch.BatchRunner;
import io.urania.engine.batch.Operation;
import io.urania.engine.event.EventSink;
import io.urania.engine.fact.FactReader;
import io.urania.engine.fact.Preface;
import io.urania.engine.run.FactGathering;
import io.urania.engine.transport.Target;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The leases of one run on all its hosts: taken in the round trip that reads the facts, renewed while the run goes on, and
 * given back at its end. A run that dies gives none back; they end by themselves.
 *
 * <p>If two runs ask at the same time, each may get some hosts. The one that has the first host goes on, and the other gives
 * back what it got.
 */
public final class HostLeases implements AutoCloseable {

    /** How long a dead run may keep others out. */
    public static final Duration LIFETIME = Duration.ofSeconds(60);

    private final Map<String, Target> targets;
    private final FactGathering asking;
    private final FactGathering quietly;
    private final LeaseScript script;
    private final LeaseClaim claim;
    private final Consumer<LeaseClaim> lost;
    private final Map<String, LeaseAnswer> answers = new LinkedHashMap<>();
    private Optional<Thread> keeper = Optional.empty();

    /**
     * @param targets every host of the run; runs of the same hosts should name them in the same order
     * @param events hears how hosts are asked that are asked for nothing but the lease, and which of them keep others waiting
     * @param lost told if somebody else has a lease of ours, as may happen to a run that stood still for too long
     */
    public HostLeases(
            BatchRunner batches,
            Map<String, Target> targets,
            LeaseScript script,
            LeaseClaim claim,
            Clock clock,
            EventSink events,
            Consumer<LeaseClaim> lost) {
        this.targets = new LinkedHashMap<>(targets);
        this.asking = new FactGathering(new FactReader(batches), events, clock);
        // Beside the run: nobody waits for it.
        this.quietly = new FactGathering(new FactReader(batches), _ -> {}, clock);
        this.script = script;
        this.claim = claim;
        this.lost = lost;
    }

    /** Takes a host's lease, before anything of this run changes the host. */
    public Preface taking() {
        return noted(script.take(claim, LIFETIME));
    }

    /** Gives a host's lease back. */
    public Preface releasing() {
        return noted(script.release(claim.run()));
    }

    private Preface noted(Operation operation) {
        return new Preface(operation, (host, result) -> note(host, LeaseReader.read(result)));
    }

    /** The hosts that somebody else has, and those that could not give a lease. */
    public synchronized SortedMap<String, LeaseAnswer> refused() {
        SortedMap<String, LeaseAnswer> refused = new TreeMap<>();
        answers.forEach((host, answer) -> {
            if (answer instanceof LeaseAnswer.Held || answer instanceof LeaseAnswer.Failed) {
                refused.put(host, answer);
            }
        });
        return refused;
    }

    /** Whom leases were taken over from, by host. */
    public synchronized SortedMap<String, LeaseClaim> takenOver() {
        SortedMap<String, LeaseClaim> before = new TreeMap<>();
        answers.forEach((host, answer) -> {
            if (answer instanceof LeaseAnswer.TakenOver(LeaseClaim claimant)) {
                before.put(host, claimant);
            }
        });
        return before;
    }

    /** Whether this run, of several that asked at the same time, is the one to go on. */
    public synchronized boolean hasPrecedence() {
        return targets.keySet().stream()
                .findFirst()
                .filter(first -> isHeld(answers.get(first)))
                .isPresent();
    }

    /** Takes all leases in a round trip of their own, for runs that read no facts. */
    public void take() throws InterruptedException {
        asking.gather(targets, Map.of(), Optional.of(taking()));
    }

    /** Renews the leases from now on, until {@link #close()}. */
    public synchronized void keep() {
        if (keeper.isEmpty()) {
            keeper = Optional.of(Thread.ofVirtual().name("leases").start(this::renewAgainAndAgain));
        }
    }

    private void renewAgainAndAgain() {
        try {
            while (true) {
                Thread.sleep(LIFETIME.dividedBy(3));
                renew();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // close() has been called
        }
    }

    /** Renews what is held, once. */
    void renew() throws InterruptedException {
        Map<String, Target> held = held();
        quietly.gather(held, Map.of(), Optional.of(noted(script.renew(claim, LIFETIME))));
        refused().forEach((host, answer) -> {
            if (held.containsKey(host) && answer instanceof LeaseAnswer.Held(LeaseClaim by, Duration _)) {
                lost.accept(by);
            }
        });
    }

    @Override
    public void close() {
        giveBack();
    }

    /** Gives back what is held; if the thread is interrupted, the leases are left to end by themselves. */
    public void giveBack() {
        try {
            endKeeper();
            Map<String, Target> held = held();
            if (!held.isEmpty()) {
                quietly.gather(held, Map.of(), Optional.of(releasing()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void endKeeper() throws InterruptedException {
        Optional<Thread> running;
        synchronized (this) {
            running = keeper;
            keeper = Optional.empty();
        }
        if (running.isPresent()) {
            running.get().interrupt();
            running.get().join();
        }
    }

    private synchronized void note(String host, LeaseAnswer answer) {
        answers.put(host, answer);
    }

    private synchronized Map<String, Target> held() {
        Map<String, Target> held = new LinkedHashMap<>(targets);
        held.keySet().removeIf(host -> !isHeld(answers.get(host)));
        return held;
    }

    private static boolean isHeld(@Nullable LeaseAnswer answer) {
        return answer instanceof LeaseAnswer.Taken || answer instanceof LeaseAnswer.TakenOver;
    }
}
