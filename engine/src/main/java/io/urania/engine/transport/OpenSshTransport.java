package io.urania.engine.transport;

import io.urania.engine.shell.Shell;
import io.urania.engine.transport.TransportException.Cause;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The system's {@code ssh}, one connection per host shared by all commands (ControlMaster), so that users' own
 * configuration, agents, bastions and hardware keys work as they do in their terminal.
 *
 * <p>Host keys are always verified, against the pinned file first and the user's own {@code known_hosts} second.
 */
public final class OpenSshTransport implements Transport {

    private static final int CONNECT_SECONDS = 10;

    private final List<Path> knownHosts;
    private final Path sockets;
    private final Map<Target, FutureTask<Boolean>> masters = new ConcurrentHashMap<>();

    /**
     * @param knownHosts files with accepted host keys, looked at in this order; those that do not exist are skipped
     * @throws UncheckedIOException if no private directory for the control sockets can be made
     */
    public OpenSshTransport(List<Path> knownHosts) {
        this.knownHosts = List.copyOf(knownHosts);
        try {
            // A socket's path may have 107 bytes at most: the directory must be short whatever TMPDIR says.
            this.sockets = Files.createTempDirectory(
                    Path.of("/tmp"),
                    "urania-",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (IOException e) {
            throw new UncheckedIOException("no directory for SSH control sockets can be made in /tmp", e);
        }
    }

    @Override
    public Exit execute(Target target, String command, Input input, Consumer<String> outputLine)
            throws TransportException, InterruptedException {
        connect(target);
        Exit exit = run(sshCommand(target, List.of(), command), input, outputLine);
        if (exit.code() == 255) {
            throw failure(target, exit.standardError());
        }
        return exit;
    }

    @Override
    public void close() {
        masters.keySet().forEach(this::closeMaster);
        try {
            Files.deleteIfExists(sockets);
        } catch (IOException e) {
            throw new UncheckedIOException("the SSH control directory " + sockets + " cannot be removed", e);
        }
    }

    private void closeMaster(Target target) {
        try {
            run(sshCommand(target, List.of("-O", "exit"), ""), Input.NONE, _ -> {});
        } catch (TransportException e) {
            // Without ssh there is no connection either; every command before this one has said so.
            masters.remove(target);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Opens the shared connection once; commands that come meanwhile wait for it. */
    private void connect(Target target) throws TransportException, InterruptedException {
        FutureTask<Boolean> opening = new FutureTask<>(() -> {
            // "-f -N" would keep our pipes open; a short command leaves a master that has let go of them.
            Exit exit = run(sshCommand(target, List.of("-o", "ControlMaster=auto"), "true"), Input.NONE, _ -> {});
            if (exit.code() != 0) {
                throw failure(target, exit.standardError());
            }
            return true;
        });
        FutureTask<Boolean> first = masters.putIfAbsent(target, opening);
        if (first == null) {
            opening.run();
            first = opening;
        }
        try {
            first.get();
        } catch (ExecutionException e) {
            masters.remove(target, first);
            if (e.getCause() instanceof TransportException failure) {
                throw failure;
            }
            throw new IllegalStateException("connecting to " + target.name(), e.getCause());
        }
    }

    private List<String> sshCommand(Target target, List<String> flags, String command) {
        List<String> words = new ArrayList<>(List.of("ssh"));
        words.addAll(flags);
        words.addAll(target.options());
        target.identity().ifPresent(key -> words.addAll(List.of("-i", key.toString(), "-o", "IdentitiesOnly=yes")));
        words.addAll(List.of(
                "-T",
                "-o",
                "BatchMode=yes",
                "-o",
                "StrictHostKeyChecking=yes",
                "-o",
                "UserKnownHostsFile=" + knownHostsOption(),
                "-o",
                "ConnectTimeout=" + CONNECT_SECONDS,
                "-o",
                "ServerAliveInterval=15",
                "-o",
                "ServerAliveCountMax=4",
                "-o",
                "ControlMaster=no",
                "-o",
                "ControlPath=" + sockets.resolve("%C"),
                // Longer than any run: an expiry in the middle of a command would end it (ansible#16731).
                "-o",
                "ControlPersist=12h",
                "-p",
                Integer.toString(target.port())));
        if (!target.user().isEmpty()) {
            words.addAll(List.of("-l", target.user()));
        }
        words.addAll(List.of("--", target.address()));
        if (!command.isEmpty()) {
            words.add(target.becomeRoot() ? "sudo -n -- sh -c " + Shell.quote(command) : command);
        }
        return words;
    }

    private String knownHostsOption() {
        StringBuilder files = new StringBuilder();
        for (Path file : knownHosts) {
            files.append(files.isEmpty() ? "" : " ").append('"').append(file).append('"');
        }
        return files.toString();
    }

    private static Exit run(List<String> words, Input input, Consumer<String> outputLine)
            throws TransportException, InterruptedException {
        Process process = start(words);
        TailBuffer errors = new TailBuffer(16 * 1024);
        Thread writer = Thread.startVirtualThread(() -> feed(process, input));
        Thread errorReader = Thread.startVirtualThread(() -> errors.drain(process.getErrorStream()));
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                outputLine.accept(line);
            }
            int code = process.waitFor();
            errorReader.join();
            writer.join();
            return new Exit(code, errors.text());
        } catch (IOException e) {
            throw new TransportException(Cause.LOST, "reading the output of ssh failed: " + e.getMessage());
        } finally {
            if (process.isAlive()) {
                process.destroy();
                if (!process.waitFor(2, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            }
        }
    }

    private static Process start(List<String> words) throws TransportException {
        try {
            return new ProcessBuilder(words).start();
        } catch (IOException e) {
            throw new TransportException(
                    Cause.UNREACHABLE,
                    "the program ssh cannot be started (" + e.getMessage()
                            + "); install OpenSSH: apt-get install openssh-client");
        }
    }

    private static void feed(Process process, Input input) {
        try (OutputStream sink = process.getOutputStream()) {
            input.writeTo(sink);
        } catch (IOException e) {
            // The command ended before it read everything: its exit code and output say why.
            return;
        }
    }

    private TransportException failure(Target target, String errors) {
        return OpenSshFailure.explain(target, errors, knownHosts);
    }
}
