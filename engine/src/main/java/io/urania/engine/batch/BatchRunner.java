package io.urania.engine.batch;

import io.urania.engine.shell.CleanEnvironment;
import io.urania.engine.text.ControlSequences;
import io.urania.engine.text.LastLines;
import io.urania.engine.time.Timer;
import io.urania.engine.transport.Exit;
import io.urania.engine.transport.Input;
import io.urania.engine.transport.Target;
import io.urania.engine.transport.Transport;
import io.urania.engine.transport.TransportException;
import io.urania.engine.transport.TransportException.Cause;
import io.urania.engine.transport.UnreadableAnswerException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Runs the steps of a batch on a host, in order, in one round trip.
 *
 * <p>Wire format: the remote command line is constant but for a number; standard input carries the script and after it
 * the payloads, back to back. Standard output carries each step's output between two marker lines.
 */
public final class BatchRunner {

    private final Transport transport;
    private final Supply supply;
    private final Timer timer;

    /** Every payload travels in its batch. */
    public BatchRunner(Transport transport) {
        this(transport, Supply.NONE);
    }

    /**
     * @param supply asked for every file of this machine before the batch that receives it
     */
    public BatchRunner(Transport transport, Supply supply) {
        this(transport, supply, Timer.REAL);
    }

    /**
     * @param supply asked for every file of this machine before the batch that receives it
     * @param timer by which logins are given up that come to nothing
     */
    public BatchRunner(Transport transport, Supply supply, Timer timer) {
        this.transport = transport;
        this.supply = supply;
        this.timer = timer;
    }

    /**
     * Runs steps until all have run or, in {@link Mode#STOP_AT_FAILURE}, until one has failed.
     *
     * @param steps may be empty: the host is then only asked whether it can be used
     * @return the results of the steps that ran, in order
     * @throws TransportException if the host could not be used, the connection broke, or no step began within a minute
     * @throws java.io.UncheckedIOException if a payload cannot be read on this machine
     */
    public List<StepResult> run(Target target, List<Step> steps, Mode mode, BatchListener listener)
            throws TransportException, InterruptedException {
        return run(target, steps, mode, listener, BatchId.random());
    }

    /** The same, under a name by which it can be asked to end: see {@link BatchId#stop()}. */
    public List<StepResult> run(Target target, List<Step> steps, Mode mode, BatchListener listener, BatchId id)
            throws TransportException, InterruptedException {
        Map<Payload, String> stored = stored(target, steps, listener);
        listener.connecting("a login that runs commands");
        String marker = id.marker();
        byte[] script = BatchScript.of(steps, stored, mode, id).getBytes(StandardCharsets.UTF_8);
        BatchReader reader = new BatchReader(steps, marker, listener);
        // dd, for the shell's own reading and "head -c" may take more than they need from a pipe.
        String command = CleanEnvironment.shell(
                "'eval \"$(dd bs=65536 iflag=fullblock,count_bytes count=" + script.length + " 2>/dev/null)\"'");
        Optional<Exit> ended = execute(target, command, sink -> write(sink, script, steps, stored), reader, listener);
        if (ended.isEmpty()) {
            return resultsOfUnclosed(target, reader, mode);
        }
        Exit exit = ended.get();
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

    private Map<Payload, String> stored(Target target, List<Step> steps, BatchListener listener)
            throws TransportException, InterruptedException {
        Map<Payload, String> stored = new HashMap<>();
        for (Step step : steps) {
            for (Payload payload : step.operation().payloads()) {
                if (payload instanceof Payload.LocalFile file && !stored.containsKey(file)) {
                    listener.connecting("the files that are sent to it");
                    supply.bring(target, file).ifPresent(path -> stored.put(file, path));
                }
            }
        }
        return stored;
    }

    /** Runs the command to its end; nothing if it has said its last word and its output does not end. */
    private Optional<Exit> execute(
            Target target, String command, Input input, BatchReader reader, BatchListener listener)
            throws TransportException, InterruptedException {
        BatchWatch watch = new BatchWatch(timer);
        Consumer<String> lines = line -> {
            boolean begun = reader.anythingBegun();
            reader.line(line);
            if (!begun && reader.anythingBegun()) {
                watch.begun();
            }
            if (reader.over()) {
                watch.over();
                listener.connecting("its login to end, which something keeps open");
            }
        };
        Input watched = sink -> {
            watch.sent();
            input.writeTo(sink);
        };
        try {
            return Optional.of(transport.execute(target, command, watched, lines));
        } catch (UnreadableAnswerException e) {
            throw unreadable(target, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            return switch (watch.end()) {
                case WELL -> throw e;
                case NOT_BEGUN -> throw notBegun(target, reader.unfinishedOutput());
                case NOT_CLOSED -> Optional.empty();
            };
        } finally {
            watch.end();
        }
    }

    private static TransportException unreadable(Target target, String why) {
        return new TransportException(
                Cause.ANSWER,
                target.where() + ": sent output that cannot be parsed: " + why
                        + "; log in by hand and check the login shell and sh of the host");
    }

    /** What was changed was changed; a host that is only asked is better mended first, for it takes its time every time. */
    private static List<StepResult> resultsOfUnclosed(Target target, BatchReader reader, Mode mode)
            throws TransportException {
        if (mode == Mode.STOP_AT_FAILURE) {
            return reader.results();
        }
        throw new TransportException(
                Cause.LOGIN,
                target.where()
                        + ": the commands have ended, and the connection stays open: a start-up file of the login"
                        + " shell (.bashrc, .profile, /etc/profile) leaves a process running there that keeps its output open;"
                        + " start it as a service, or redirect its output: COMMAND >/dev/null 2>&1 &");
    }

    private static TransportException notBegun(Target target, String output) {
        String last = ControlSequences.removed(output)
                .lines()
                .filter(line -> !line.isBlank())
                .reduce("", (_, line) -> line.strip());
        return new TransportException(
                Cause.LOGIN,
                target.where() + ": no command was started within " + BatchWatch.UNTIL_BEGUN.toSeconds()
                        + " seconds"
                        + " of connecting; most likely a start-up file of the login shell (.bashrc, .profile,"
                        + " /etc/profile) waits for something or reads the terminal"
                        + (last.isEmpty() ? "" : ", after printing \"" + last + "\"")
                        + "; log in by hand, check what it waits for, and skip it in logins without a terminal: make this the"
                        + " first line of the file: case $- in *i*) ;; *) return ;; esac");
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
        String said = LastLines.of(ControlSequences.removed(exit.standardError() + "\n" + output));
        return new TransportException(
                Cause.LOST,
                target.name() + ": no POSIX shell could be started (exit code " + exit.code() + "): "
                        + (said.isEmpty() ? "nothing was printed" : said));
    }
}
