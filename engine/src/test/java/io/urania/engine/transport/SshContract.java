package io.urania.engine.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.urania.engine.transport.TransportException.Cause;
import io.urania.engine.transport.hostkey.KnownHosts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every way over SSH promises besides, seen against a real sshd on loopback. */
public abstract class SshContract extends TransportContract {

    @TempDir
    private static Path directory;

    private static LoopbackSshd server;

    private Path knownHosts;
    private Transport transport;

    /** Opens the transport under test. */
    protected abstract Transport open(KnownHosts accepted) throws Exception;

    @BeforeAll
    static void startServer() throws Exception {
        server = LoopbackSshd.start(directory);
    }

    @AfterAll
    static void stopServer() {
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    protected void openTransport() throws Exception {
        knownHosts = server.knownHosts("known_hosts", name());
        transport = open(new KnownHosts(List.of(knownHosts)));
    }

    @AfterEach
    protected void closeTransport() {
        transport.close();
    }

    @Override
    protected Transport transport() {
        return transport;
    }

    @Override
    protected Target target() {
        return server.target("user_key");
    }

    protected LoopbackSshd server() {
        return server;
    }

    protected Path knownHosts() {
        return knownHosts;
    }

    private static String name() {
        return "[127.0.0.1]:" + server.port();
    }

    @Test
    void allCommandsShareOneConnection() throws Exception {
        long before = server.logins();

        runAtTheSameTime(8);
        run("true");

        assertThat(server.logins() - before).isEqualTo(1);
    }

    @Test
    void anotherConnectionIsALoginOfItsOwn() throws Exception {
        run("true");
        long before = server.logins();

        transport.execute(target().over("second"), "true", Input.NONE, _ -> {});
        run("true");
        transport.execute(target().over("second"), "true", Input.NONE, _ -> {});
        transport.execute(target().over("third"), "true", Input.NONE, _ -> {});

        assertThat(server.logins() - before).isEqualTo(2);
    }

    @Test
    void refusesAHostWhoseKeyIsNotKnown() throws Exception {
        Files.writeString(knownHosts, "");

        assertFailure(target(), Cause.HOST_KEY).hasMessageContainingAll("clio", "not known yet", knownHosts.toString());
    }

    @Test
    void refusesAChangedKeyWithBothFingerprintsAndTheWayToRemoveTheOldOne() throws Exception {
        server.knownHosts("known_hosts", name(), "stranger_key.pub");

        assertFailure(target(), Cause.HOST_KEY)
                .hasMessageContainingAll(
                        "shows " + server.fingerprint("host_key.pub"),
                        "pinned is " + server.fingerprint("stranger_key.pub"),
                        knownHosts + ":1",
                        "ssh-keygen -f %s -R '%s'".formatted(knownHosts, name()));
    }

    @Test
    void refusesARevokedKeyThatIsAlsoPinned() throws Exception {
        String key = Files.readString(directory.resolve("host_key.pub"));
        Files.writeString(knownHosts, name() + " " + key + "@revoked * " + key);

        assertFailure(target(), Cause.HOST_KEY).hasMessageContainingAll("is revoked by", knownHosts + ":2");
    }

    @Test
    void believesAHostWhoseNameIsHashed() throws Exception {
        int code = new ProcessBuilder("ssh-keygen", "-q", "-H", "-f", knownHosts.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("hashing.log").toFile())
                .start()
                .waitFor();
        assertThat(code).isZero();
        assertThat(knownHosts).content().doesNotContain("127.0.0.1");

        assertThat(run("echo believed")).containsExactly("believed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null",
                "-oStrictHostKeyChecking=no",
                "-Co GlobalKnownHostsFile=OTHER",
                "-Co userknownhostsfile=OTHER",
                "-o NoHostAuthenticationForLocalhost=yes",
                "-CoNoHostAuthenticationForLocalhost=yes",
                "-o KnownHostsCommand='/bin/cat OTHER'",
                "-4Co VerifyHostKeyDNS=yes -o GLOBALKNOWNHOSTSFILE=OTHER"
            })
    void anInventoryCannotTurnTheCheckOfHostKeysOff(String options) throws Exception {
        Path other = Files.writeString(directory.resolve("other_known_hosts"), Files.readString(knownHosts));
        Files.writeString(knownHosts, "");
        String[] words = options.replace("OTHER", other.toString()).split(" (?=-)|(?<=-[A-Za-z0-9]{1,3}o) ", -1);

        assertFailure(server.target("user_key", words), Cause.HOST_KEY);
    }

    @Test
    void looksIntoEveryFileOfKnownHostsWhateverItsName() throws Exception {
        Path missing = directory.resolve("does-not-exist");
        Path second = server.knownHosts("known %h hosts", name());
        try (Transport other = open(new KnownHosts(List.of(missing, second)))) {
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
    void closingEndsTheConnection() throws Exception {
        ProcessHandle session = session();

        transport.close();

        assertThat(session.onExit().get().isAlive()).isFalse();
    }

    /** The server's process of the shared connection. */
    protected final ProcessHandle session() throws Exception {
        return ProcessHandle.of(Long.parseLong(run("echo $PPID").getFirst())).orElseThrow();
    }

    protected final AbstractThrowableAssert<?, ? extends Throwable> assertFailure(Target target, Cause cause) {
        return assertThatThrownBy(() -> transport.execute(target, "true", Input.NONE, _ -> {}))
                .isInstanceOfSatisfying(
                        TransportException.class,
                        failure -> assertThat(failure.kind())
                                .as(failure.getMessage())
                                .isEqualTo(cause));
    }

    /** A directory for the files of tests, gone with them. */
    protected static Path directory() {
        return directory;
    }
}
