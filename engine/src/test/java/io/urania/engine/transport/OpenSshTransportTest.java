package io.urania.engine.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.urania.engine.transport.TransportException.Cause;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a real sshd on loopback. */
final class OpenSshTransportTest extends TransportContract {

    @TempDir
    private static Path directory;

    private static LoopbackSshd server;

    /** The path of a control socket must be short: a directory of JUnit's would be too long. */
    private final Path sockets = Path.of("/tmp", "u" + ProcessHandle.current().pid());

    private Path knownHosts;
    private OpenSshTransport transport;

    @BeforeAll
    static void startServer() throws Exception {
        server = LoopbackSshd.start(directory);
    }

    @AfterAll
    static void stopServer() throws Exception {
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void open() throws IOException {
        Files.createDirectory(sockets);
        knownHosts = server.knownHosts("known_hosts", "[127.0.0.1]:" + server.port());
        transport = new OpenSshTransport(List.of(knownHosts), sockets);
    }

    @AfterEach
    void close() throws IOException {
        transport.close();
        Files.delete(sockets);
    }

    @Override
    Transport transport() {
        return transport;
    }

    @Override
    Target target() {
        return server.target("user_key");
    }

    @Test
    void allCommandsShareOneConnection() throws Exception {
        long before = server.logins();

        runAtTheSameTime(8);
        run("true");

        assertThat(server.logins() - before).isEqualTo(1);
    }

    @Test
    void refusesAHostWhoseKeyIsNotKnown() throws Exception {
        Files.writeString(knownHosts, "");

        assertFailure(target(), Cause.HOST_KEY).hasMessageContainingAll("clio", "not known yet", knownHosts.toString());
    }

    @Test
    void refusesAHostWithAnotherKeyThanThePinnedOne() throws Exception {
        server.knownHosts("known_hosts", "[127.0.0.1]:" + server.port(), "stranger_key.pub");

        assertFailure(target(), Cause.HOST_KEY)
                .hasMessageContaining("ssh-keygen -f %s -R '[127.0.0.1]:%d'".formatted(knownHosts, server.port()));
    }

    @Test
    void anInventoryCannotTurnTheCheckOfHostKeysOff() throws Exception {
        Files.writeString(knownHosts, "");

        assertFailure(
                server.target("user_key", "-o", "StrictHostKeyChecking=no", "-o", "UserKnownHostsFile=/dev/null"),
                Cause.HOST_KEY);
    }

    @Test
    void looksIntoEveryFileOfKnownHostsWhateverItsName() throws Exception {
        Path missing = directory.resolve("does-not-exist");
        Path second = server.knownHosts("known %h hosts", "[127.0.0.1]:" + server.port());
        try (OpenSshTransport other = new OpenSshTransport(List.of(missing, second), sockets)) {
            assertThat(other.execute(target(), "exit 4", Input.NONE, _ -> {}).code())
                    .isEqualTo(4);
        }
    }

    @Test
    void usesTheOptionsOfTheInventory() throws Exception {
        server.knownHosts("known_hosts", "calliope");
        Target plain = server.target("user_key", "-o", "HostName=127.0.0.1", "-o", "HostKeyAlias=calliope");
        Target target = new Target(
                "calliope", "nowhere.invalid", plain.port(), plain.user(), false, plain.identity(), plain.options());

        assertThat(transport.execute(target, "exit 5", Input.NONE, _ -> {}).code())
                .isEqualTo(5);
    }

    @Test
    void saysWhenTheLoginIsRefused() {
        assertFailure(server.target("stranger_key"), Cause.LOGIN)
                .hasMessageContainingAll(
                        "login refused for user '" + System.getProperty("user.name") + "'",
                        "ssh-copy-id -p " + server.port());
    }

    @Test
    void saysWhenTheLoginIsOnlyForSomethingElse() {
        assertFailure(server.target("forced_key"), Cause.LOGIN)
                .hasMessageContainingAll("logged in", "exit code 7", "no commands here");
    }

    @Test
    void saysWhenNobodyListens() throws Exception {
        Target target = new Target(
                "thalia", "127.0.0.1", LoopbackSshd.freePort(), "", false, Optional.empty(), List.of("-F", "none"));

        assertFailure(target, Cause.UNREACHABLE).hasMessageContainingAll("thalia", "Connection refused", "switched on");
    }

    @Test
    void saysWhenTheConnectionIsLostAndConnectsAnewForTheNextCommand() throws Exception {
        long before = server.logins();
        CompletableFuture<Boolean> killed = new CompletableFuture<>();

        assertThatThrownBy(() -> transport.execute(
                        target(),
                        "echo $PPID; exec cat",
                        _ -> killed.join(),
                        line -> killed.complete(ProcessHandle.of(Long.parseLong(line))
                                .orElseThrow()
                                .destroyForcibly())))
                .isInstanceOfSatisfying(
                        TransportException.class,
                        failure -> assertThat(failure.kind()).isEqualTo(Cause.LOST))
                .hasMessageContainingAll("clio", "connection was lost", "run the same command again");
        assertThat(run("echo again")).containsExactly("again");
        assertThat(run("echo and again")).containsExactly("and again");
        assertThat(server.logins() - before).isEqualTo(2);
    }

    @Test
    void becomesRootThroughSudoWhateverTheCommandHolds() throws Exception {
        Path sudo = Files.writeString(
                server.programs().resolve("sudo"),
                "#!/bin/sh\n[ \"$1 $2\" = '-n --' ] || exit 9\nshift 2\nROOT=yes\nexport ROOT\nexec \"$@\"\n");
        Files.setPosixFilePermissions(sudo, PosixFilePermissions.fromString("rwxr-xr-x"));
        Target plain = target();
        Target target = new Target(
                plain.name(), plain.address(), plain.port(), plain.user(), true, plain.identity(), plain.options());
        List<String> lines = new java.util.ArrayList<>();

        transport.execute(target, "echo \"root: $ROOT\"; echo 'it'\\''s'", Input.NONE, lines::add);

        assertThat(lines).containsExactly("root: yes", "it's");
    }

    @Test
    void closingEndsTheConnectionAndLeavesNoFileBehind() throws Exception {
        ProcessHandle session = session();
        assertThat(list(sockets)).hasSize(1);

        transport.close();

        assertThat(list(sockets)).isEmpty();
        assertThat(session.onExit().get().isAlive()).isFalse();
    }

    @Test
    void closingWorksInAnInterruptedThreadToo() throws Exception {
        ProcessHandle session = session();
        Thread.currentThread().interrupt();

        transport.close();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(list(sockets)).isEmpty();
        assertThat(session.onExit().get().isAlive()).isFalse();
    }

    @Test
    void closingCleansUpAfterAConnectionThatWasKilled() throws Exception {
        run("true");
        Path private_ = list(sockets).getFirst();
        Files.createFile(private_.resolve("left-behind"));

        transport.close();

        assertThat(list(sockets)).isEmpty();
    }

    /** The server's process of the shared connection. */
    private ProcessHandle session() throws Exception {
        return ProcessHandle.of(Long.parseLong(run("echo $PPID").getFirst())).orElseThrow();
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private AbstractThrowableAssert<?, ? extends Throwable> assertFailure(Target target, Cause cause) {
        return assertThatThrownBy(() -> transport.execute(target, "true", Input.NONE, _ -> {}))
                .isInstanceOfSatisfying(
                        TransportException.class,
                        failure -> assertThat(failure.kind())
                                .as(failure.getMessage())
                                .isEqualTo(cause));
    }
}
