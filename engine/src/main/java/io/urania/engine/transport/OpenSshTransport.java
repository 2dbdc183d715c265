package io.urania.engine.transport;

import io.urania.engine.shell.Shell;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The system's {@code ssh}, one connection per host shared by all commands (ControlMaster), so that users' own
 * configuration, agents, bastions and hardware keys work as they do in their terminal.
 *
 * <p>Host keys are always verified, against the files given here; no option of an inventory can turn that off.
 */
public final class OpenSshTransport implements Transport {

    private static final int CONNECT_SECONDS = 10;

    /** The exit code by which ssh says that it failed itself: ssh(1), "EXIT STATUS". */
    private static final int FAILED = 255;

    private final List<Path> knownHosts;
    private final Path sockets;
    private final Map<Target, Connection> connections = new ConcurrentHashMap<>();

    /**
     * @param knownHosts files with accepted host keys, looked at in this order; those that do not exist are skipped
     * @throws UncheckedIOException if no private directory for the control sockets can be made
     */
    public OpenSshTransport(List<Path> knownHosts) {
        // A socket's path may have 107 bytes at most: the directory must be short whatever TMPDIR says.
        this(knownHosts, Path.of("/tmp"));
    }

    OpenSshTransport(List<Path> knownHosts, Path parentOfSockets) {
        this.knownHosts = List.copyOf(knownHosts);
        try {
            this.sockets = Files.createTempDirectory(
                    parentOfSockets,
                    "urania-",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (IOException e) {
            throw new UncheckedIOException("no directory for SSH control sockets can be made in " + parentOfSockets, e);
        }
    }

    @Override
    public Exit execute(Target target, String command, Input input, Consumer<String> outputLine)
            throws TransportException, InterruptedException {
        Connection connection = connections.computeIfAbsent(target, _ -> new Connection());
        connect(target, connection);
        Exit exit = ProcessRun.of(sshCommand(target, List.of(), command), input, outputLine);
        if (exit.code() == FAILED) {
            // Whatever became of the shared connection, the next command asks for a new one.
            connection.open = false;
            throw OpenSshFailure.whileRunning(target, exit.standardError(), knownHosts);
        }
        return exit;
    }

    @Override
    public void close() {
        // An interrupt must not leave connections behind; it is passed on afterwards.
        boolean interrupted = Thread.interrupted();
        for (Target target : connections.keySet()) {
            try {
                ProcessRun.of(sshCommand(target, List.of("-O", "exit"), ""), Input.NONE, _ -> {});
            } catch (TransportException e) {
                // Without ssh there is no connection either; every command before this one has said so.
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        removeSockets();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** A master removes its socket a moment after it has said that it will exit, and not at all if it was killed. */
    private void removeSockets() {
        try (Stream<Path> files = Files.list(sockets)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(sockets);
        } catch (NoSuchFileException e) {
            // Closed before.
            return;
        } catch (IOException e) {
            throw new UncheckedIOException("the SSH control directory " + sockets + " cannot be removed", e);
        }
    }

    /** Opens the shared connection once; commands that come meanwhile wait for it. */
    private void connect(Target target, Connection connection) throws TransportException, InterruptedException {
        connection.opening.lockInterruptibly();
        try {
            if (!connection.open) {
                // Who may not become root is told so by the first real command, which asks sudo.
                // "-f -N" would keep our pipes open; a short command leaves a master that has let go of them.
                Exit exit = ProcessRun.of(
                        sshCommand(target.asLoginUser(), List.of("-o", "ControlMaster=auto"), "true"),
                        Input.NONE,
                        _ -> {});
                if (exit.code() == FAILED) {
                    throw OpenSshFailure.whileConnecting(target, exit.standardError(), knownHosts);
                }
                if (exit.code() != 0) {
                    throw OpenSshFailure.noShell(target, exit);
                }
                connection.open = true;
            }
        } finally {
            connection.opening.unlock();
        }
    }

    /** The one connection to a host that its commands share. */
    private static final class Connection {
        private final ReentrantLock opening = new ReentrantLock();
        private volatile boolean open;
    }

    /**
     * The command line of ssh, for which the first mention of an option counts: what safety and the sharing of the
     * connection rest on comes before what the inventory says, and the rest after it.
     */
    private List<String> sshCommand(Target target, List<String> flags, String command) {
        List<String> words = new ArrayList<>(List.of("ssh", "-T"));
        words.addAll(flags);
        words.addAll(List.of(
                "-o",
                "BatchMode=yes",
                "-o",
                "StrictHostKeyChecking=yes",
                "-o",
                "ControlMaster=no",
                "-o",
                "ControlPath=" + sockets.resolve("%C"),
                // Longer than any run: an expiry in the middle of a command would end it (ansible#16731).
                "-o",
                "ControlPersist=12h"));
        if (!knownHosts.isEmpty()) {
            words.addAll(List.of("-o", "UserKnownHostsFile=" + knownHostsOption()));
        }
        words.addAll(target.options());
        target.identity().ifPresent(key -> words.addAll(List.of("-i", key.toString(), "-o", "IdentitiesOnly=yes")));
        words.addAll(List.of(
                "-o",
                "ConnectTimeout=" + CONNECT_SECONDS,
                "-o",
                "ServerAliveInterval=15",
                "-o",
                "ServerAliveCountMax=4",
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

    /** The files' names, quoted for ssh, which expands {@code %} in them. */
    private String knownHostsOption() {
        return knownHosts.stream()
                .map(file -> '"' + file.toString().replace("%", "%%") + '"')
                .collect(Collectors.joining(" "));
    }
}
