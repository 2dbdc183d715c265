package io.urania.engine.distribution;

import io.urania.engine.transport.Exit;
import io.urania.engine.transport.Input;
import io.urania.engine.transport.Target;
import io.urania.engine.transport.Transport;
import io.urania.engine.transport.TransportException;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Counts what goes to hosts, and sees which host fetches from which. */
public final class WatchedTransport implements Transport {

    private static final Pattern LISTENER = Pattern.compile("--listen=([0-9.]+:[0-9]+)");
    private static final Pattern CALLER = Pattern.compile("' bash ([0-9.]+) ([0-9]+) ");

    private final Transport transport;
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicInteger running = new AtomicInteger();
    private final Map<String, String> listeners = new ConcurrentHashMap<>();
    private final List<Fetch> fetches = Collections.synchronizedList(new ArrayList<>());

    public WatchedTransport(Transport transport) {
        this.transport = transport;
    }

    /** One host's attempt to get a file from another. */
    public record Fetch(String from, String to) {}

    /** What was written to standard input of all commands. */
    public long bytesSent() {
        return bytes.get();
    }

    /** Commands that have not ended. */
    int running() {
        return running.get();
    }

    public List<Fetch> fetches() {
        return List.copyOf(fetches);
    }

    @Override
    public Exit execute(Target target, String command, Input input, Consumer<String> outputLine)
            throws TransportException, InterruptedException {
        Matcher listener = LISTENER.matcher(command);
        if (listener.find()) {
            listeners.put(listener.group(1), target.name());
        }
        running.incrementAndGet();
        try {
            return transport.execute(target, command, sink -> input.writeTo(new Counted(target, sink)), outputLine);
        } finally {
            running.decrementAndGet();
        }
    }

    @Override
    public void close() {
        transport.close();
    }

    private final class Counted extends FilterOutputStream {

        private static final int SCRIPT = 16 * 1024;

        private final Target target;
        private final ByteArrayOutputStream beginning = new ByteArrayOutputStream();

        Counted(Target target, OutputStream out) {
            super(out);
            this.target = target;
        }

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] chunk, int offset, int length) throws IOException {
            bytes.addAndGet(length);
            if (beginning.size() < SCRIPT) {
                beginning.write(chunk, offset, length);
                Matcher caller = CALLER.matcher(beginning.toString(StandardCharsets.ISO_8859_1));
                if (caller.find()) {
                    fetches.add(new Fetch(listeners.get(caller.group(1) + ":" + caller.group(2)), target.name()));
                    beginning.writeBytes(new byte[SCRIPT]);
                }
            }
            out.write(chunk, offset, length);
        }
    }
}
