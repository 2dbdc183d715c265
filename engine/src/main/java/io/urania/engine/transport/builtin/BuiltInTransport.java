package io.urania.engine.transport.builtin;

import com.jcraft.jsch.ChannelExec;
import com.jcraft.jsch.JSchException;
import io.urania.engine.transport.CommandInput;
import io.urania.engine.transport.Exit;
import io.urania.engine.transport.Input;
import io.urania.engine.transport.LineSink;
import io.urania.engine.transport.TailBuffer;
import io.urania.engine.transport.Target;
import io.urania.engine.transport.Transport;
import io.urania.engine.transport.TransportException;
import io.urania.engine.transport.TransportException.Cause;
import io.urania.engine.transport.hostkey.KnownHosts;
import io.urania.engine.transport.hostkey.ShownKey;
import io.urania.engine.transport.openssh.OpenSshTransport;
import io.urania.engine.transport.sudo.SudoTransport;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/**
 * The SSH client in this program (jsch): for machines without ssh, for passwords, and for many hosts, as it needs no process per
 * command. It reads no configuration of ssh and knows no hosts in between. Commands run as the login user: {@link
 * SudoTransport} becomes root.
 */
public final class BuiltInTransport implements Transport {

    private static final int ERROR_TAIL_BYTES = 16 * 1024;
    /** Kept free of exit codes: see {@link Transport#execute}. */
    private static final int FAILED = 255;

    private final KnownHosts knownHosts;
    private final Path home;
    private final boolean agent;
    private final Map<Target, BuiltInConnection> connections = new ConcurrentHashMap<>();
    private final Semaphore connecting = new Semaphore(OpenSshTransport.CONNECTING_AT_ONCE);

    /**
     * @param knownHosts the host keys that are accepted
     * @param home the user's home directory, where keys are looked for
     * @param agent whether to ask the SSH agent that SSH_AUTH_SOCK names
     */
    public BuiltInTransport(KnownHosts knownHosts, Path home, boolean agent) {
        this.knownHosts = knownHosts;
        this.home = home;
        this.agent = agent;
    }

    @Override
    public Exit execute(Target target, String command, Input input, Consumer<String> outputLine)
            throws TransportException, InterruptedException {
        BuiltInConnection connection = connections.computeIfAbsent(
                target, _ -> new BuiltInConnection(target, knownHosts, home, agent, connecting));
        ChannelExec channel = connection.command(command);
        try {
            return run(target, channel, input, outputLine);
        } finally {
            connection.done(channel);
        }
    }

    private static Exit run(Target target, ChannelExec channel, Input input, Consumer<String> outputLine)
            throws TransportException, InterruptedException {
        TailBuffer errors = new TailBuffer(ERROR_TAIL_BYTES);
        CompletableFuture<Void> ended = new CompletableFuture<>();
        channel.setOutputStream(new Guarded(new LineSink(outputLine), ended, false));
        channel.setErrStream(new Guarded(errors.stream(), ended, true));
        FutureTask<Void> writing = start(target, channel, input);
        try {
            ended.get();
            CommandInput.finish(writing);
        } catch (ExecutionException e) {
            throw unwrapped(e);
        } finally {
            channel.disconnect();
            writing.cancel(true);
        }
        int code = channel.getExitStatus();
        if (code < 0) {
            throw BuiltInFailure.lost(target);
        }
        if (code == FAILED) {
            throw new TransportException(
                    Cause.LOST,
                    target.where() + ": a command ended with exit code 255, which means a lost connection: "
                            + errors.text() + "; run the same command again, it continues");
        }
        return new Exit(code, errors.text());
    }

    private static FutureTask<Void> start(Target target, ChannelExec channel, Input input) throws TransportException {
        try {
            OutputStream stream = channel.getOutputStream();
            channel.connect();
            FutureTask<Void> writing = new FutureTask<>(() -> {
                CommandInput.feed(stream, input);
                return null;
            });
            Thread.ofVirtual().name("input of " + target.name()).start(writing);
            return writing;
        } catch (JSchException | IOException e) {
            throw new TransportException(
                    Cause.LOST,
                    target.where() + ": a command could not be started (" + e.getMessage()
                            + "); run the same command again, it continues");
        }
    }

    private static RuntimeException unwrapped(ExecutionException failure) {
        return switch (failure.getCause()) {
            case RuntimeException defect -> defect;
            case Error error -> throw error;
            case null, default -> new IllegalStateException(failure.getCause());
        };
    }

    /**
     * Which key a host shows, before it is trusted.
     *
     * @return the name under which keys of this host are looked up, and the key, judged
     */
    public static Optional<ShownKey> keyOf(Target target, KnownHosts knownHosts, Path home) throws TransportException {
        String knownAs = ClientSettings.of(target, home).knownAs();
        BuiltInHostKeys keys = BuiltInConnection.shown(target, knownHosts, home);
        return keys.shown().map(key -> new ShownKey(knownAs, key, keys.verdict()));
    }

    @Override
    public void close() {
        connections.values().forEach(BuiltInConnection::close);
    }

    /**
     * A stream of a command. It is called by the connection's own thread, which must not be lost by what a receiver throws: that
     * ends the command. The connection closes the stream of standard error last of all.
     */
    private static final class Guarded extends OutputStream {

        private final OutputStream out;
        private final CompletableFuture<Void> ended;
        private final boolean last;

        Guarded(OutputStream out, CompletableFuture<Void> ended, boolean last) {
            this.out = out;
            this.ended = ended;
            this.last = last;
        }

        @Override
        public void write(int value) {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            attempt(() -> out.write(bytes, offset, length));
        }

        @Override
        public void close() {
            attempt(out::close);
            if (last) {
                ended.complete(null);
            }
        }

        private void attempt(Writing writing) {
            if (ended.isCompletedExceptionally()) {
                return;
            }
            try {
                writing.run();
            } catch (IOException | RuntimeException | Error e) {
                ended.completeExceptionally(e);
            }
        }
    }

    @FunctionalInterface
    private interface Writing {
        void run() throws IOException;
    }
}
