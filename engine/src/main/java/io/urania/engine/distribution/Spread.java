package io.urania.engine.distribution;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * How one file spreads: who has it, who is getting it, and whence the next one takes it.
 *
 * <p>This machine sends it to one host at a time, and only to hosts that can get it from no other. A host that has it
 * passes it on to {@value #AT_ONCE} at once. Of a neighbourhood in which nobody has it, one fetches it from afar; the others wait for
 * that one.
 */
final class Spread {

    /** More would be slower for each, and the ones that are finished first can pass it on themselves. */
    private static final int AT_ONCE = 2;

    private final Map<String, Peer> peers;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    /** How many each host that has the file is passing it on to. */
    private final Map<String, Integer> holders = new HashMap<>();

    private final Map<String, Source> fetching = new HashMap<>();
    private final Map<String, Set<Source>> failed = new HashMap<>();

    Spread(Map<String, Peer> peers) {
        this.peers = peers;
    }

    /** Whether a host has the file. */
    boolean has(String host) {
        lock.lock();
        try {
            return holders.containsKey(host);
        } finally {
            lock.unlock();
        }
    }

    /** Waits for a source; {@link #succeeded} or {@link #failed} must follow. Nothing if every source has failed this host. */
    Optional<Source> next(String host) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (true) {
                if (isExhausted(host)) {
                    return Optional.empty();
                }
                Optional<Source> chosen = choose(host);
                if (chosen.isPresent()) {
                    if (chosen.get() instanceof Source.Host(String holder)) {
                        holders.merge(holder, 1, Integer::sum);
                    }
                    fetching.put(host, chosen.get());
                    return chosen;
                }
                changed.await();
            }
        } finally {
            lock.unlock();
        }
    }

    void succeeded(String host) {
        settle(host, () -> holders.putIfAbsent(host, 0));
    }

    /** This source is of no use to this host. */
    void failed(String host, Source source) {
        settle(host, () -> failed.computeIfAbsent(host, _ -> new HashSet<>()).add(source));
    }

    /** The host itself cannot be used: nobody is to wait for it. */
    void abandoned(String host) {
        settle(host, () -> {});
    }

    /** A host that had the file cannot pass it on any more. */
    void lost(String holder) {
        lock.lock();
        try {
            holders.remove(holder);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void settle(String host, Runnable change) {
        lock.lock();
        try {
            if (fetching.remove(host) instanceof Source.Host(String holder)) {
                holders.computeIfPresent(holder, (_, count) -> count - 1);
            }
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private boolean isExhausted(String host) {
        return failures(host).contains(new Source.Controller());
    }

    private Optional<Source> choose(String host) {
        Optional<String> neighbourhood = neighbourhood(host);
        Optional<String> near = holders.keySet().stream()
                .filter(holder -> usable(host, holder))
                .filter(holder ->
                        neighbourhood.isPresent() && neighbourhood(holder).equals(neighbourhood))
                .min(Comparator.comparingInt((String holder) -> load(holder)).thenComparing(holder -> holder));
        if (near.isPresent()) {
            return near.filter(this::isFree).map(Source.Host::new);
        }
        boolean neighbourOnTheWay = neighbourhood.isPresent()
                && fetching.keySet().stream()
                        .anyMatch(other -> neighbourhood(other).equals(neighbourhood)
                                && !failures(host).contains(new Source.Host(other)));
        if (neighbourOnTheWay) {
            return Optional.empty();
        }
        Optional<String> far = holders.keySet().stream()
                .filter(holder -> usable(host, holder))
                .min(Comparator.comparingInt((String holder) -> load(holder)).thenComparing(holder -> holder));
        if (far.isPresent()) {
            return far.filter(this::isFree).map(Source.Host::new);
        }
        // Nobody has it, or nobody that this host can reach.
        return fetching.containsValue(new Source.Controller()) || someoneElseMayHaveIt(host)
                ? Optional.empty()
                : Optional.of(new Source.Controller());
    }

    /** Whether somebody is getting the file whom this host has not tried. */
    private boolean someoneElseMayHaveIt(String host) {
        return fetching.keySet().stream().anyMatch(other -> !failures(host).contains(new Source.Host(other)));
    }

    private boolean usable(String host, String holder) {
        return !failures(host).contains(new Source.Host(holder));
    }

    private boolean isFree(String holder) {
        return load(holder) < AT_ONCE;
    }

    private int load(String holder) {
        return holders.getOrDefault(holder, 0);
    }

    private Set<Source> failures(String host) {
        return failed.getOrDefault(host, Set.of());
    }

    private Optional<String> neighbourhood(String host) {
        Peer peer = peers.get(host);
        return peer == null ? Optional.empty() : peer.neighbourhood();
    }
}
