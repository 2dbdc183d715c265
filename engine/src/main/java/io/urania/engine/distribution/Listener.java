package io.urania.engine.distribution;

import io.urania.engine.shell.CleanEnvironment;
import io.urania.engine.shell.Shell;
import io.urania.engine.transport.Target;
import io.urania.engine.transport.Transport;
import io.urania.engine.transport.TransportException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Passes the files of one host's store on to other hosts, from when it is first asked to until it is ended. */
final class Listener {

    /** Between the ports that services have and those that Kubernetes gives to services and kernels to connections. */
    private static final int FIRST_PORT = 20_000;

    private static final int PORTS = 10_000;
    private static final int ATTEMPTS = 5;

    private final Transport transport;
    private final Target target;
    private final Peer peer;
    private final CountDownLatch over = new CountDownLatch(1);
    private Optional<Integer> port = Optional.empty();
    private boolean tried;
    private @Nullable Thread running;

    Listener(Transport transport, Target target, Peer peer) {
        this.transport = transport;
        this.target = target;
        this.peer = peer;
    }

    /** The port it listens on; nothing if the host cannot do it. */
    synchronized Optional<Integer> port() throws InterruptedException {
        for (int attempt = 0; !tried && port.isEmpty() && attempt < ATTEMPTS && over.getCount() > 0; attempt++) {
            int candidate = FIRST_PORT + ThreadLocalRandom.current().nextInt(PORTS);
            port = listens(candidate) ? Optional.of(candidate) : Optional.empty();
        }
        tried = true;
        return port;
    }

    private boolean listens(int candidate) throws InterruptedException {
        CompletableFuture<Boolean> ready = new CompletableFuture<>();
        running = Thread.ofVirtual().name("passing on from " + target.name()).start(() -> {
            try {
                transport.execute(
                        target,
                        CleanEnvironment.shell(Shell.quote(
                                StoreScripts.serve(peer.store(), peer.address(), candidate, ServingLimits.STANDARD))),
                        this::untilOver,
                        line -> {
                            if (line.startsWith("Listening on")) {
                                ready.complete(true);
                            }
                        });
                ready.complete(false);
            } catch (TransportException e) {
                // The hosts that wait for it get the file elsewhere.
                ready.complete(false);
            } catch (InterruptedException e) {
                ready.complete(false);
                Thread.currentThread().interrupt();
            } catch (Throwable e) {
                // Whoever waits for the port waits for ever if this thread ends without a word.
                ready.completeExceptionally(e);
            }
        });
        try {
            return ready.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("passing files on from " + target.name() + " failed", e.getCause());
        }
    }

    /** Says now and then that there is still somebody: a connection can be dead for hours before it ends. */
    private void untilOver(OutputStream sink) throws IOException {
        try {
            while (!over.await(ServingLimits.STANDARD.sign().toMillis(), TimeUnit.MILLISECONDS)) {
                sink.write('.');
                sink.flush();
            }
        } catch (InterruptedException e) {
            throw new IOException("interrupted", e);
        }
    }

    /** Ends it, and waits for that. */
    void end() throws InterruptedException {
        over.countDown();
        Thread thread = running;
        if (thread != null) {
            thread.join();
        }
    }
}
