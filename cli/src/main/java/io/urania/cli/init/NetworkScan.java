package io.urania.cli.init;

import io.urania.control.hostkey.KeyScan;
import io.urania.engine.transport.Target;
import io.urania.engine.transport.hostkey.ShownKey;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/**
 * Finds SSH servers: opens a connection to one port of each address, and asks those that accept for their host key. Nothing else is sent, and
 * nobody logs in.
 */
public final class NetworkScan {
    private static final int CONNECTIONS_AT_ONCE = 128;
    private static final int KEYS_AT_ONCE = 16;

    private final KeyScan keys;
    private final int port;
    private final Duration patience;

    /**
     * An SSH server.
     *
     * @param key what it shows; empty if it accepts connections and shows no key
     */
    public record Found(String address, Optional<ShownKey> key) {}

    /**
     * @param port the TCP port to try
     * @param patience how long to wait for a connection
     */
    public NetworkScan(KeyScan keys, int port, Duration patience) {
        this.keys = keys;
        this.port = port;
        this.patience = patience;
    }

    /** Those of the range that accept a connection, by address. */
    public List<Found> of(AddressRange range) throws IOException, InterruptedException {
        List<String> open = new ArrayList<>();
        List<String> addresses = range.addresses();
        List<Boolean> answers = all(addresses, CONNECTIONS_AT_ONCE, this::accepts);
        for (int i = 0; i < addresses.size(); i++) {
            if (answers.get(i)) {
                open.add(addresses.get(i));
            }
        }
        return all(open, KEYS_AT_ONCE, address -> new Found(address, keys.ask(target(address))));
    }

    /** What is asked of an address. */
    private interface Asking<T> {
        T of(String address) throws IOException, InterruptedException;
    }

    private static <T> List<T> all(List<String> addresses, int atOnce, Asking<T> asking)
            throws IOException, InterruptedException {
        Semaphore turns = new Semaphore(atOnce);
        List<Future<T>> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (String address : addresses) {
                answers.add(threads.submit(() -> {
                    turns.acquire();
                    try {
                        return asking.of(address);
                    } finally {
                        turns.release();
                    }
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> answer : answers) {
                results.add(answer.get());
            }
            return results;
        } catch (ExecutionException failed) {
            throw new IOException(failed.getCause());
        } finally {
            answers.forEach(answer -> answer.cancel(true));
        }
    }

    private boolean accepts(String address) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), Math.toIntExact(patience.toMillis()));
            return true;
        } catch (IOException _) {
            return false; // nobody there, or nobody who wants to talk
        }
    }

    private Target target(String address) {
        return new Target(address, address, port, "", false, Optional.empty(), List.of());
    }
}
