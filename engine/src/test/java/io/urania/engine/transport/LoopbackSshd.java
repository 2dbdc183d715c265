package io.urania.engine.transport;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.urania.engine.transport.hostkey.HostKey;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** A real sshd for the time of some tests: on loopback, with keys made for it, and no rights but those of the tests. */
public final class LoopbackSshd implements AutoCloseable {

    private static final Path PROGRAM = Path.of("/usr/sbin/sshd");
    /** sshd insists on it when it is started by root. */
    private static final Path PRIVILEGE_SEPARATION = Path.of("/run/sshd");

    private final Path directory;
    private final int port;
    private final Process process;
    private final List<String> log = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch listening = new CountDownLatch(1);

    private LoopbackSshd(Path directory, int port, Process process) {
        this.directory = directory;
        this.port = port;
        this.process = process;
    }

    /** Starts one with its files in {@code directory}; skips the calling test where there is no sshd. */
    public static LoopbackSshd start(Path directory) throws IOException, InterruptedException {
        assumeTrue(
                Files.isExecutable(PROGRAM),
                "skipped: " + PROGRAM + " is not installed; on Debian: apt-get install openssh-server");
        Path home = Files.createDirectory(directory.resolve("home"));
        Path programs = Files.createDirectory(directory.resolve("programs"));
        if ("root".equals(System.getProperty("user.name"))) {
            Files.createDirectories(PRIVILEGE_SEPARATION);
        }
        key(directory.resolve("host_key"));
        key(directory.resolve("user_key"));
        key(directory.resolve("forced_key"));
        key(directory.resolve("stranger_key"));
        Files.writeString(
                directory.resolve("authorized_keys"),
                Files.readString(directory.resolve("user_key.pub")) + "command=\"echo 'no commands here' >&2; exit 7\" "
                        + Files.readString(directory.resolve("forced_key.pub")));
        int port = freePort();
        Path configuration = Files.writeString(
                directory.resolve("sshd_config"), """
                ListenAddress 127.0.0.1:%d
                HostKey %s/host_key
                AuthorizedKeysFile %s/authorized_keys
                PidFile none
                StrictModes no
                UsePAM no
                PasswordAuthentication no
                KbdInteractiveAuthentication no
                PermitRootLogin prohibit-password
                LogLevel VERBOSE
                SetEnv HOME=%s PATH=%s:/usr/local/bin:/usr/bin:/bin
                """.formatted(port, directory, directory, home, programs));
        LoopbackSshd server = new LoopbackSshd(
                directory,
                port,
                new ProcessBuilder(PROGRAM.toString(), "-D", "-e", "-f", configuration.toString())
                        .redirectErrorStream(true)
                        .start());
        Thread.ofPlatform().daemon().start(server::readLog);
        server.listening.await();
        if (!server.process.isAlive()) {
            throw new IOException("sshd does not start: " + server.log);
        }
        return server;
    }

    /** A new key pair at {@code file} and beside it with the ending {@code .pub}. */
    static void key(Path file) throws IOException, InterruptedException {
        int code = new ProcessBuilder("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", file.toString())
                .inheritIO()
                .start()
                .waitFor();
        if (code != 0) {
            throw new IOException("ssh-keygen failed with exit code " + code);
        }
    }

    /** A port on loopback where nobody listens. */
    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    public Target target(String key, String... options) {
        List<String> words = new ArrayList<>(List.of("-F", "none"));
        words.addAll(List.of(options));
        return new Target(
                "clio",
                "127.0.0.1",
                port,
                System.getProperty("user.name"),
                false,
                Optional.of(directory.resolve(key)),
                words);
    }

    public int port() {
        return port;
    }

    /** Where programs can be put that are found first by commands. */
    Path programs() {
        return directory.resolve("programs");
    }

    /** A file of known host keys with the right key for this server under a name as ssh writes it. */
    public Path knownHosts(String fileName, String hostName) throws IOException {
        return knownHosts(fileName, hostName, "host_key.pub");
    }

    Path knownHosts(String fileName, String hostName, String key) throws IOException {
        String line = hostName + " " + Files.readString(directory.resolve(key));
        return Files.writeString(directory.resolve(fileName), line);
    }

    /** The fingerprint of a public key in the server's directory. */
    public String fingerprint(String key) throws IOException {
        String[] words = Files.readString(directory.resolve(key)).split(" ", -1);
        return new HostKey(words[0], words[1].strip()).fingerprint();
    }

    /** How often somebody has logged in. */
    public long logins() {
        return List.copyOf(log).stream()
                .filter(line -> line.startsWith("Accepted publickey"))
                .count();
    }

    private void readLog() {
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                log.add(line);
                if (line.startsWith("Server listening on")) {
                    listening.countDown();
                }
            }
        } catch (IOException e) {
            // Closed while it was read from: the server was stopped.
            log.add(e.toString());
        } finally {
            listening.countDown();
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
