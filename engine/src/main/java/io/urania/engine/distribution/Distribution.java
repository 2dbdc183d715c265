package io.urania.engine.distribution;

import io.urania.engine.batch.Payload;
import io.urania.engine.batch.Supply;
import io.urania.engine.transport.Target;
import io.urania.engine.transport.Transport;
import io.urania.engine.transport.TransportException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Brings big files to many hosts while this machine sends each of them once: the hosts pass them on to each other. See
 * docs/decisions/0014.
 *
 * <p>Every host checks the sum that this machine knows, whoever a file came from; a transfer that broke goes on where it ended.
 * Hosts that no other can reach get files from this machine, one after the other.
 */
public final class Distribution implements Supply, AutoCloseable {

    /** Smaller files are sooner sent than asked for. */
    static final long SMALLEST = 1 << 20;

    private final Transport transport;
    private final Map<String, Peer> peers;
    private final Map<String, HostStore> stores = new ConcurrentHashMap<>();
    private final Map<String, Spread> spreads = new ConcurrentHashMap<>();

    /**
     * @param peers the hosts that pass files on, by name; others get none brought
     */
    public Distribution(Transport transport, Map<String, Peer> peers) {
        this.transport = transport;
        this.peers = Map.copyOf(peers);
    }

    @Override
    public Optional<String> bring(Target target, Payload.LocalFile file)
            throws TransportException, InterruptedException {
        Peer peer = peers.get(target.name());
        if (peer == null || file.size() < SMALLEST) {
            return Optional.empty();
        }
        HostStore store = stores.computeIfAbsent(target.name(), _ -> new HostStore(transport, target, peer));
        Spread spread = spreads.computeIfAbsent(file.sha256(), _ -> new Spread(peers));
        store.entrance().lockInterruptibly();
        try {
            boolean there = spread.has(target.name()) || bring(target.name(), store, file, spread);
            return there ? Optional.of(store.path(file)) : Optional.empty();
        } finally {
            store.entrance().unlock();
        }
    }

    private boolean bring(String host, HostStore store, Payload.LocalFile file, Spread spread)
            throws TransportException, InterruptedException {
        for (Optional<Source> source = spread.next(host); source.isPresent(); source = spread.next(host)) {
            boolean settled = false;
            try {
                if (take(store, file, source.get(), spread)) {
                    spread.succeeded(host);
                    settled = true;
                    return true;
                }
                spread.failed(host, source.get());
                settled = true;
            } finally {
                if (!settled) {
                    spread.abandoned(host);
                }
            }
        }
        return false;
    }

    private boolean take(HostStore store, Payload.LocalFile file, Source source, Spread spread)
            throws TransportException, InterruptedException {
        return switch (source) {
            case Source.Controller() -> store.receive(file);
            case Source.Host(String name) -> {
                HostStore holder = stores.get(name);
                Optional<Integer> port =
                        holder == null ? Optional.empty() : holder.listener().port();
                if (holder == null || port.isEmpty()) {
                    spread.lost(name);
                    yield false;
                }
                yield store.fetch(file, holder.address(), port.get());
            }
        };
    }

    /** Ends the passing on, and takes the files under way off the hosts; what is not whole yet stays for the next run. */
    @Override
    public void close() {
        // An interrupt must not leave listeners behind; it is passed on afterwards.
        boolean interrupted = Thread.interrupted();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (HostStore store : stores.values()) {
                threads.execute(() -> end(store));
            }
        }
        stores.clear();
        spreads.clear();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void end(HostStore store) {
        try {
            store.listener().end();
            store.remove();
        } catch (TransportException e) {
            // A host that was lost has been told about; the next run tidies up there.
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
