package io.urania.engine.batch;

import io.urania.engine.shell.CleanEnvironment;
import io.urania.engine.text.ControlSequences;
import io.urania.engine.transport.Exit;
import io.urania.engine.transport.Target;
import io.urania.engine.transport.Transport;
import io.urania.engine.transport.TransportException;
import io.urania.engine.transport.TransportException.Cause;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs the steps of a batch on a host, in order, in one round trip.
 *
 * <p>Wire format: the remote command line is constant but for a number; standard input carries the script and after it
 * the payloads, back to back. Standard output carries each step's output between two marker lines.
 */
public final class BatchRunner {

    private final Transport transport;
    private final Supply supply;

    /** Every payload travels in its batch. */
    public BatchRunner(Transport transport) {
        this(transport, Supply.NONE);
    }

    /**
     * @param supply asked for every file of this machine before the batch that receives it
     */
    public BatchRunner(Transport transport, Supply supply) {
        this.transport = transport;
        this.supply = supply;
    }

    /**
     * Runs steps until all have run or, in {@link Mode#STOP_AT_FAILURE}, until one has failed.
     *
     * @param steps may be empty: the host is then only asked whether it can be used
     * @return the results of the steps that ran, in order
     * @throws TransportException if the host could not be used or the connection broke
     * @throws java.io.UncheckedIOException if a payload cannot be read on this machine
     */
    public List<StepResult> run(Target target, List<Step> steps, Mode mode, BatchListener listener)
            throws TransportException, InterruptedException {
        return run(target, steps, mode, listener, BatchId.random());
    }

    /** The same, under a name by which it can be asked to end: see {@link BatchId#stop()}. */
    public List<StepResult> run(Target target, List<Step> steps, Mode mode, BatchListener listener, BatchId id)
            throws TransportException, InterruptedException {
        Map<Payload, String> stored = stored(target, steps);
        String marker = id.marker();
        byte[] script = BatchScript.of(steps, stored, mode, id).getBytes(StandardCharsets.UTF_8);
        BatchReader reader = new BatchReader(steps, marker, listener);
        // dd, for the shell's own reading and "head -c" may take more than they need from a pipe.
        String command = CleanEnvironment.shell(
                "'eval \"$(dd bs=65536 iflag=fullblock,count_bytes count=" + script.length + " 2>/dev/null)\"'");
        Exit exit = transport.execute(target, command, sink -> write(sink, script, steps, stored), reader::line);
        if (reader.stopped()) {
            return reader.results();
        }
        if (!reader.anythingBegun() && (!steps.isEmpty() || exit.code() != 0)) {
            throw notStarted(target, exit, reader.unfinishedOutput());
        }
        boolean stopped =
                !reader.results().isEmpty() && !reader.results().getLast().succeeded() && mode == Mode.STOP_AT_FAILURE;
        if (reader.results().size() < steps.size() && !stopped) {
            throw new TransportException(
                    Cause.LOST,
                    target.name() + ": the remote shell ended early (exit code " + exit.code() + ") in the step \""
                            + steps.get(reader.results().size()).key()
                            + "\"; run the same command again, it continues");
        }
        return reader.results();
    }

    private Map<Payload, String> stored(Target target, List<Step> steps)
            throws TransportException, InterruptedException {
        Map<Payload, String> stored = new HashMap<>();
        for (Step step : steps) {
            for (Payload payload : step.operation().payloads()) {
                if (payload instanceof Payload.LocalFile file && !stored.containsKey(file)) {
                    supply.bring(target, file).ifPresent(path -> stored.put(file, path));
                }
            }
        }
        return stored;
    }

    private static void write(OutputStream sink, byte[] script, List<Step> steps, Map<Payload, String> stored)
            throws IOException {
        sink.write(script);
        for (Step step : steps) {
            for (Payload payload : step.operation().payloads()) {
                if (!stored.containsKey(payload)) {
                    sink.flush();
                    payload.writeTo(sink);
                }
            }
        }
    }

    private static TransportException notStarted(Target target, Exit exit, String output) {
        String said = (exit.standardError() + "\n" + ControlSequences.removed(output)).strip();
        return new TransportException(
                Cause.LOST,
                target.name() + ": no POSIX shell could be started (exit code " + exit.code() + "): "
                        + (said.isEmpty() ? "nothing was printed" : said));
    }
}
