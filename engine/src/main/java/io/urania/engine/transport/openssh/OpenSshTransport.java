package io.urania.engine.transport.openssh;

import io.urania.engine.transport.Exit;
import io.urania.engine.transport.Input;
import io.urania.engine.transport.ProcessRun;
import io.urania.engine.transport.Target;
import io.urania.engine.transport.Transport;
import io.urania.engine.transport.TransportException;
import io.urania.engine.transport.hostkey.KnownHosts;
import io.urania.engine.transport.sudo.SudoTransport;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The system's {@code ssh}, one connection per host shared by all commands (ControlMaster), so that users' own
 * configuration, agents, bastions and hardware keys work as they do in their terminal.
 *
 * <p>Host keys are always verified, against the files given here; no option of an inventory can turn that off. Commands run as
 * the login user: {@link SudoTransport} becomes root.
 */
public final class OpenSshTransport implements Transport {

    private static final int CONNECT_SECONDS = 10;

    /** Key exchange is work for the processor: with more at once, all of them run out of time together. */
    public static final int CONNECTING_AT_ONCE = 24;

    /** The exit code by which ssh says that it failed itself: ssh(1), "EXIT STATUS". */
    private static final int FAILED = 255;

    /** What holds for every host, whatever an inventory or a configuration of ssh says; keywords of OpenSSH 8.5 and newer. */
    static final List<String> HELD = List.of(
            "BatchMode=yes",
            "StrictHostKeyChecking=yes",
            "NoHostAuthenticationForLocalhost=no",
            "VerifyHostKeyDNS=no",
            "UpdateHostKeys=no",
            "KnownHostsCommand=none",
            "PermitLocalCommand=no",
            "LogLevel=INFO");

    /**
     * ssh starts itself for a host on the way, without {@code BatchMode}, and asks at the terminal, where people see a live display: a program
     * that answers nothing is asked instead. ssh(1), "ENVIRONMENT", of OpenSSH 8.4 and newer.
     */
    private static final Map<String, String> ASKS_NOBODY =
            Map.of("SSH_ASKPASS", "/bin/false", "SSH_ASKPASS_REQUIRE", "force");

    /** What ssh reads where nobody says otherwise: ssh_config(5), GlobalKnownHostsFile. */
    private static final String SYSTEMS_KNOWN_HOSTS = "/etc/ssh/ssh_known_hosts /etc/ssh/ssh_known_hosts2";

    /**
     * How long a connection outlives its last command: what a killed run leaves open. ssh counts from when the last client has closed, and
     * not while one is there ({@code set_control_persist_exit_time} in clientloop.c), so that no command is too long.
     */
    private static final Duration IDLE = Duration.ofMinutes(10);

    private final KnownHosts knownHosts;
    private final Duration idle;
    private final ControlDirectory directory;
    private final Map<Target, Connection> connections = new ConcurrentHashMap<>();
    private final AtomicInteger numbers = new AtomicInteger();
    private final Semaphore connecting = new Semaphore(CONNECTING_AT_ONCE);

    /**
     * @param knownHosts the host keys that are accepted
     * @throws UncheckedIOException if no private directory for the control sockets can be made
     */
    public OpenSshTransport(KnownHosts knownHosts) {
        this(knownHosts, standardParent());
    }

    /** Connections that a killed run left behind in this place are ended. */
    OpenSshTransport(KnownHosts knownHosts, Path parentOfSockets) {
        this(knownHosts, parentOfSockets, IDLE);
    }

    /**
     * @param idle how long a connection outlives its last command; in seconds for ssh
     */
    OpenSshTransport(KnownHosts knownHosts, Path parentOfSockets, Duration idle) {
        this.knownHosts = knownHosts;
        this.idle = idle;
        try {
            for (ControlDirectory left : ControlDirectory.leftBehind(parentOfSockets)) {
                endMasters(left);
                left.remove();
            }
            this.directory = ControlDirectory.create(parentOfSockets);
        } catch (IOException e) {
            throw noDirectory(parentOfSockets, e);
        }
    }

    private static Path standardParent() {
        try {
            return ControlDirectory.standardParent(System.getenv(), System.getProperty("user.name"));
        } catch (IOException e) {
            throw noDirectory(Path.of("/tmp"), e);
        }
    }

    private static UncheckedIOException noDirectory(Path parent, IOException cause) {
        return new UncheckedIOException("no directory for SSH control sockets can be made in " + parent, cause);
    }

    /** Whether this machine has the program. */
    public static boolean isInstalled(String searchPath) {
        return Arrays.stream(searchPath.split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "ssh")));
    }

    @Override
    public Exit execute(Target target, String command, Input input, Consumer<String> outputLine)
            throws TransportException, InterruptedException {
        Connection connection = connection(target);
        // A command that meets the end of a connection fails (ansible#16731). To ask for the connection meets it
        // instead, or puts it off.
        if (connection.open && connection.isUnusedFor(idle.dividedBy(2)) && !isOpen(target)) {
            connection.open = false;
        }
        if (!connection.open) {
            connection.opening.acquire();
            if (!connection.open) {
                return executeFirst(target, connection, command, input, outputLine);
            }
            connection.opening.release();
        }
        Exit exit = ProcessRun.of(sshCommand(target, Sharing.JOIN, command), ASKS_NOBODY, input, outputLine);
        connection.used();
        if (exit.code() == FAILED) {
            // Whatever became of the shared connection, the next command asks for a new one.
            connection.open = false;
            throw OpenSshFailure.whileRunning(target, exit.standardError(), knownHosts);
        }
        return exit;
    }

    /**
     * Runs a command in the connection that it opens and later commands share: a round trip less than to open it first. The
     * others wait until this one has printed something or has ended.
     */
    private Exit executeFirst(
            Target target, Connection connection, String command, Input input, Consumer<String> outputLine)
            throws TransportException, InterruptedException {
        FirstLine firstLine = new FirstLine(outputLine, () -> opened(connection));
        try {
            connecting.acquire();
        } catch (InterruptedException e) {
            connection.opening.release();
            throw e;
        }
        try {
            directory.forget(logOfTheWay(target));
            Exit exit = ProcessRun.of(sshCommand(target, Sharing.OPEN, command), ASKS_NOBODY, input, firstLine);
            if (exit.code() == FAILED) {
                boolean hasBeenOpen = firstLine.hasCome() || isOpen(target);
                connection.open = false;
                throw hasBeenOpen
                        ? OpenSshFailure.whileRunning(target, exit.standardError(), knownHosts)
                        : OpenSshFailure.whileConnecting(
                                target, directory.log(logOfTheWay(target)) + exit.standardError(), knownHosts);
            }
            if (exit.code() != 0 && !firstLine.hasCome()) {
                requireShell(target);
            }
            connection.used();
            connection.open = true;
            return exit;
        } finally {
            if (!firstLine.hasCome()) {
                connecting.release();
                connection.opening.release();
            }
        }
    }

    private Path logOfTheWay(Target target) {
        return directory.path().resolve(connection(target).number + ControlDirectory.LOG);
    }

    private Connection connection(Target target) {
        return connections.computeIfAbsent(target, _ -> new Connection(numbers.incrementAndGet()));
    }

    private void opened(Connection connection) {
        connection.used();
        connection.open = true;
        connecting.release();
        connection.opening.release();
    }

    /** A silent failure may be the command's own, or that of a login shell that runs no commands. */
    private void requireShell(Target target) throws TransportException, InterruptedException {
        Exit exit = ProcessRun.of(sshCommand(target, Sharing.JOIN, "true"), ASKS_NOBODY, Input.NONE, _ -> {});
        if (exit.code() != 0) {
            throw OpenSshFailure.noShell(target, exit);
        }
    }

    private boolean isOpen(Target target) throws TransportException, InterruptedException {
        List<String> words = new ArrayList<>(sshCommand(target, Sharing.JOIN, ""));
        words.addAll(1, List.of("-O", "check"));
        return ProcessRun.of(words, Input.NONE, _ -> {}).code() == 0;
    }

    @Override
    public void close() {
        // An interrupt must not leave connections behind; it is passed on afterwards.
        boolean interrupted = Thread.interrupted();
        try {
            endMasters(directory);
            directory.remove();
        } catch (IOException e) {
            throw new UncheckedIOException("the SSH control directory " + directory.path() + " cannot be removed", e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Tells every master to end, all at once. */
    private static void endMasters(ControlDirectory directory) throws IOException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Path socket : directory.sockets()) {
                threads.execute(() -> end(socket));
            }
        }
    }

    private static void end(Path socket) {
        try {
            ProcessRun.of(
                    List.of("ssh", "-F", "none", "-o", "ControlPath=" + quoted(socket), "-O", "exit", "--", "any"),
                    Input.NONE,
                    _ -> {});
        } catch (TransportException e) {
            // Without ssh there is no connection either; every command before this one has said so.
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The one connection to a host that its commands share. */
    private static final class Connection {
        /** Part of its socket's name: two hosts may have one address, each behind another host on the way. */
        private final int number;

        private final Semaphore opening = new Semaphore(1);
        private volatile boolean open;
        private volatile long lastUse;

        private Connection(int number) {
            this.number = number;
        }

        private void used() {
            lastUse = System.nanoTime();
        }

        private boolean isUnusedFor(Duration time) {
            return System.nanoTime() - lastUse > time.toNanos();
        }
    }

    /** How a command uses the connection that the commands to a host share: ssh_config(5), ControlMaster. */
    private enum Sharing {
        OPEN("auto"),
        JOIN("no");

        private final String controlMaster;

        Sharing(String controlMaster) {
            this.controlMaster = controlMaster;
        }
    }

    /**
     * The command line of ssh, for which the first mention of an option counts: what safety and the sharing of the
     * connection rest on comes before what the inventory says, and the rest after it.
     */
    private List<String> sshCommand(Target target, Sharing sharing, String command) {
        List<SshOption> options = SshOption.parse(target.options());
        List<String> held = held(options);
        List<String> words = new ArrayList<>(List.of("ssh", "-T"));
        words.addAll(held);
        words.addAll(List.of(
                "-o",
                "ControlMaster=" + sharing.controlMaster,
                "-o",
                "ControlPath=" + quoted(directory.path()) + "/" + connection(target).number,
                "-o",
                "ControlPersist=" + idle.toSeconds()));
        JumpHosts onTheWay = JumpHosts.of(options);
        if (!onTheWay.hosts().isEmpty()) {
            List<String> ofEach = new ArrayList<>(held);
            options.stream().filter(OpenSshTransport::isConfiguration).forEach(option -> ofEach.addAll(option.words()));
            // With ControlPersist, ssh throws away what is said on the way.
            ofEach.addAll(List.of(
                    "-o",
                    "ConnectTimeout=" + CONNECT_SECONDS,
                    "-E",
                    logOfTheWay(target).toString()));
            words.addAll(List.of("-o", "ProxyCommand=" + onTheWay.command(ofEach), "-o", "ProxyUseFdpass=no"));
            options.removeIf(option -> option.keyword().equals("proxyjump"));
        }
        words.addAll(SshOptionRule.passed(options));
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
            words.add(command);
        }
        return words;
    }

    /** What holds for the host and for each one on the way. */
    private List<String> held(List<SshOption> options) {
        List<String> words = new ArrayList<>();
        HELD.forEach(setting -> words.addAll(List.of("-o", setting)));
        if (!knownHosts.files().isEmpty()) {
            words.addAll(List.of("-o", "UserKnownHostsFile=" + knownHostsOption()));
        }
        if (options.stream().anyMatch(OpenSshTransport::isConfiguration)) {
            // It stands for the files of this machine and its user, which may name others.
            words.addAll(List.of("-o", "GlobalKnownHostsFile=" + SYSTEMS_KNOWN_HOSTS));
        }
        return words;
    }

    private static boolean isConfiguration(SshOption option) {
        return option.keyword().equals("-F");
    }

    /** The files' names, quoted for ssh, which expands {@code %} in them. */
    private String knownHostsOption() {
        return knownHosts.files().stream().map(file -> '"' + quoted(file) + '"').collect(Collectors.joining(" "));
    }

    private static String quoted(Path path) {
        return path.toString().replace("%", "%%");
    }
}
