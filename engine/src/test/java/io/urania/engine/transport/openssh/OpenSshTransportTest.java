package io.urania.engine.transport.openssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.urania.engine.transport.Exit;
import io.urania.engine.transport.Input;
import io.urania.engine.transport.SshContract;
import io.urania.engine.transport.Target;
import io.urania.engine.transport.Transport;
import io.urania.engine.transport.TransportException;
import io.urania.engine.transport.TransportException.Cause;
import io.urania.engine.transport.hostkey.KnownHosts;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The ssh program. */
final class OpenSshTransportTest extends SshContract {

    /** The path of a control socket must be short: a directory of JUnit's would be too long. */
    private final Path sockets = Path.of("/tmp", "u" + ProcessHandle.current().pid());

    @Override
    protected Transport open(KnownHosts accepted) throws IOException {
        return new OpenSshTransport(accepted, Files.createDirectories(sockets));
    }

    @BeforeEach
    void makeSockets() throws IOException {
        Files.createDirectories(sockets);
    }

    @AfterEach
    void everythingIsCleanedUp() throws IOException {
        transport().close();
        assertThat(list(sockets)).isEmpty();
        Files.delete(sockets);
    }

    @Test
    void aPlaceOfOneRunIsLeftByNobody() throws IOException {
        Path parent = Files.createTempDirectory(Path.of("/tmp"), "urania-");

        new OpenSshTransport(new KnownHosts(List.of()), parent).close();

        assertThat(parent).doesNotExist();
    }

    @Test
    void saysWhenTheLoginIsOnlyForSomethingElse() {
        assertFailure(server().target("forced_key"), Cause.LOGIN)
                .hasMessageContainingAll("logged in", "exit code 7", "no commands here");
    }

    @Test
    void nobodyElseMayEnterTheDirectoryOfItsSockets() throws Exception {
        run("true");

        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(list(sockets).getFirst())))
                .isEqualTo("rwx------");
    }

    @Test
    void closingWorksInAnInterruptedThreadToo() throws Exception {
        ProcessHandle session = session();
        Thread.currentThread().interrupt();

        transport().close();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(list(sockets)).isEmpty();
        assertThat(session.onExit().get().isAlive()).isFalse();
    }

    @Test
    void closingCleansUpAfterAConnectionThatWasKilled() throws Exception {
        run("true");
        Path ofThisRun = list(sockets).getFirst();
        Files.createFile(ofThisRun.resolve("left-behind"));

        transport().close();

        assertThat(list(sockets)).isEmpty();
    }

    @Test
    void theNextRunEndsTheConnectionsOfARunThatWasKilled() throws Exception {
        ProcessHandle session = session();
        Path ofThisRun = list(sockets).getFirst();
        // Without its lock, the directory is what a killed run leaves behind.
        Path lock = ofThisRun.resolve("lock");
        Files.delete(lock);
        Files.createFile(lock);

        Transport next = open(new KnownHosts(List.of(knownHosts())));

        assertThat(session.onExit().get().isAlive()).isFalse();
        assertThat(ofThisRun).doesNotExist();
        next.close();
    }

    @Test
    void aRunThatIsAliveKeepsItsConnections() throws Exception {
        ProcessHandle session = session();

        open(new KnownHosts(List.of(knownHosts()))).close();

        assertThat(session.isAlive()).isTrue();
        assertThat(run("echo $PPID")).containsExactly(Long.toString(session.pid()));
    }

    /** The time that a killed run's connection stays is none that a command may take. */
    @Test
    void aCommandMayLastLongerThanAnUnusedConnection() throws Exception {
        try (Transport brief = brief()) {
            List<String> lines = new ArrayList<>();
            Exit first = brief.execute(target(), lasting(3), Input.NONE, lines::add);
            Exit second = brief.execute(target(), lasting(3), Input.NONE, lines::add);

            assertThat(List.of(first.code(), second.code())).containsOnly(0);
            assertThat(lines).containsExactly("begun", "ended", "begun", "ended");
        }
    }

    @Test
    void aConnectionThatNobodyUsesEndsAndTheNextCommandOpensAnother() throws Exception {
        try (Transport brief = brief()) {
            brief.execute(target(), "true", Input.NONE, _ -> {});
            while (hasConnection()) {
                Thread.onSpinWait();
            }
            long before = server().logins();

            List<String> lines = new ArrayList<>();
            brief.execute(target(), "echo one", Input.NONE, lines::add);
            brief.execute(target(), "echo two", Input.NONE, lines::add);

            assertThat(lines).containsExactly("one", "two");
            assertThat(server().logins() - before).isPositive();
        }
    }

    /** Whether any of the directories for connections has more than its lock. */
    private boolean hasConnection() throws IOException {
        for (Path directory : list(sockets)) {
            if (list(directory).size() > 1) {
                return true;
            }
        }
        return false;
    }

    private Transport brief() throws IOException {
        return new OpenSshTransport(
                new KnownHosts(List.of(knownHosts())), Files.createDirectories(sockets), Duration.ofSeconds(1));
    }

    /** The time of this command is what is tested: it ends by the host's clock. */
    private static String lasting(int seconds) {
        return "end=$(($(date +%s) + " + seconds
                + ")); echo begun; while [ $(date +%s) -lt $end ]; do sleep 0.2; done; echo ended";
    }

    @Test
    void theStandardPlaceIsShortEnoughForASocketAndPrivate() throws Exception {
        String user = System.getProperty("user.name");
        Path runtime = Files.createDirectory(sockets.resolve("r"));

        Path chosen = ControlDirectory.standardParent(Map.of("XDG_RUNTIME_DIR", runtime.toString()), user);
        Path tooLong = ControlDirectory.standardParent(
                Map.of("XDG_RUNTIME_DIR", directory().toString() + "/x".repeat(40)), user);

        assertThat(chosen).isEqualTo(runtime.resolve("urania"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(chosen)))
                .isEqualTo("rwx------");
        assertThat(tooLong.toString()).startsWith("/tmp/urania-").hasSizeLessThan(ControlDirectory.LONGEST_PATH - 15);
        Files.delete(chosen);
        Files.delete(runtime);
    }

    @Test
    void reachesAHostThroughAnother() throws Exception {
        Path configuration = Files.writeString(directory().resolve("jump_config"), """
                Host jump
                    HostName 127.0.0.1
                    Port %d
                    User %s
                    IdentityFile %s
                    IdentitiesOnly yes
                    UserKnownHostsFile %s
                """.formatted(
                        server().port(), target().user(), directory().resolve("user_key"), knownHosts()));
        long before = server().logins();

        List<String> said =
                said(with(target().identity(), List.of("-F", configuration.toString(), "-o", "ProxyJump=jump")));

        assertThat(said).containsExactly("here");
        assertThat(server().logins() - before).isEqualTo(2);
    }

    @Test
    void aHostOnTheWayThatNobodyKnowsIsNamedAndNobodyIsAsked() throws Exception {
        Files.writeString(knownHosts(), Files.readString(knownHosts()).replaceFirst("\\S+", "clio"));
        Target behind = with(
                target().identity(),
                List.of(
                        "-F",
                        "none",
                        "-o",
                        "HostKeyAlias=clio",
                        "-J",
                        target().user() + "@127.0.0.1:" + server().port()));

        assertThatThrownBy(() -> said(behind))
                .hasMessageContaining("the host key of 127.0.0.1, the jump host, is not known yet; log in there once")
                .hasMessageEndingWith("ssh -l " + target().user() + " -p " + server().port() + " 127.0.0.1")
                .isInstanceOfSatisfying(
                        TransportException.class,
                        failure -> assertThat(failure.kind()).isEqualTo(Cause.HOST_KEY));
    }

    /** ssh starts itself for a host on the way that a person's own configuration names, without the options it was given. */
    @Test
    void aConfigurationWithAHostOnTheWayAsksNobodyEither() throws Exception {
        Path asked = directory().resolve("asked");
        Path configuration = Files.writeString(directory().resolve("asking_config"), """
                Host 127.0.0.1
                    ProxyCommand sh -c 'echo "$SSH_ASKPASS $SSH_ASKPASS_REQUIRE" > %s; exit 1'
                """.formatted(asked));

        assertThatThrownBy(() -> said(with(target().identity(), List.of("-F", configuration.toString()))))
                .isInstanceOf(TransportException.class)
                .hasMessageContaining("the connection to it ended")
                .hasMessageEndingWith("ssh -p " + server().port() + " " + target().user() + "@127.0.0.1");
        assertThat(asked).hasContent("/bin/false force");
    }

    @Test
    void goesThroughSeveralHosts() throws Exception {
        long before = server().logins();
        Path configuration = Files.writeString(directory().resolve("way_config"), """
                Host one two
                    HostName 127.0.0.1
                    Port %d
                Host *
                    IdentityFile %s
                    IdentitiesOnly yes
                """.formatted(
                        server().port(), directory().resolve("user_key")));

        List<String> said = said(with(
                target().identity(),
                List.of("-F", configuration.toString(), "-J", target().user() + "@one,ssh://two:" + server().port())));

        assertThat(said).containsExactly("here");
        assertThat(server().logins() - before).isEqualTo(3);
    }

    @Test
    void hostsWithOneAddressHaveAConnectionEach() throws Exception {
        long before = server().logins();

        said(with(target().identity(), List.of("-F", "none")));
        said(with(
                target().identity(), List.of("-F", "none", "-o", "HostKeyAlias=" + "[127.0.0.1]:" + server().port())));

        assertThat(server().logins() - before).isEqualTo(2);
    }

    @Test
    void aChangedHostKeyIsToldWhateverAnInventoryOrAConfigurationSaysOfTheLog() throws Exception {
        Files.writeString(
                knownHosts(),
                "[127.0.0.1]:" + server().port() + " "
                        + Files.readString(directory().resolve("stranger_key.pub")));
        Path configuration = Files.writeString(directory().resolve("quiet_config"), "LogLevel QUIET\n");

        assertThatThrownBy(() -> said(with(
                        target().identity(), List.of("-F", configuration.toString(), "-q", "-o", "LogLevel=QUIET"))))
                .isInstanceOfSatisfying(
                        TransportException.class,
                        failure -> assertThat(failure.kind()).isEqualTo(Cause.HOST_KEY))
                .hasMessageContaining("the host key does not match the pinned one");
    }

    @Test
    void aConfigurationThatAnInventoryNamesCannotTurnTheCheckOfHostKeysOff() throws Exception {
        Path other = Files.writeString(directory().resolve("other_known_hosts"), Files.readString(knownHosts()));
        Files.writeString(knownHosts(), "");
        Path ran = directory().resolve("ran");
        Path configuration = Files.writeString(directory().resolve("evil_config"), """
                StrictHostKeyChecking no
                GlobalKnownHostsFile %s
                KnownHostsCommand /usr/bin/touch %s
                NoHostAuthenticationForLocalhost yes
                PermitLocalCommand yes
                LocalCommand touch %s
                """.formatted(other, ran, ran));

        assertThatThrownBy(() -> said(with(target().identity(), List.of("-F", configuration.toString()))))
                .isInstanceOfSatisfying(
                        TransportException.class,
                        failure -> assertThat(failure.kind()).isEqualTo(Cause.HOST_KEY));
        assertThat(ran).doesNotExist();
    }

    @Test
    void aCommandOfAnInventoryForAfterTheLoginDoesNotRunHere() throws Exception {
        Path ran = directory().resolve("ran");

        List<String> said = said(with(
                target().identity(),
                List.of("-F", "none", "-o", "PermitLocalCommand=yes", "-o", "LocalCommand=touch " + ran)));

        assertThat(said).containsExactly("here");
        assertThat(ran).doesNotExist();
    }

    @Test
    void takesTheKeyOfAnAgent() throws Exception {
        Path socket = directory().resolve("agent");
        Process agent = new ProcessBuilder("ssh-agent", "-D", "-a", socket.toString()).start();
        try (BufferedReader ready = agent.inputReader()) {
            assertThat(ready.readLine()).contains("SSH_AUTH_SOCK");
            ask(socket, "ssh-add", "-q", directory().resolve("user_key").toString());
            Target target = with(Optional.empty(), List.of("-F", "none", "-o", "IdentityAgent=" + socket));

            assertThat(said(target)).containsExactly("here");

            transport().close();
            ask(socket, "ssh-add", "-q", "-D");
            try (Transport next = open(new KnownHosts(List.of(knownHosts())))) {
                assertThatThrownBy(() -> next.execute(target, "true", Input.NONE, _ -> {}))
                        .isInstanceOfSatisfying(
                                TransportException.class,
                                failure -> assertThat(failure.kind()).isEqualTo(Cause.LOGIN));
            }
        } finally {
            agent.destroy();
            agent.waitFor();
        }
    }

    private List<String> said(Target target) throws Exception {
        List<String> lines = new ArrayList<>();
        transport().execute(target, "echo here", Input.NONE, lines::add);
        return lines;
    }

    private Target with(Optional<Path> identity, List<String> options) {
        return new Target("erato", target().address(), target().port(), target().user(), false, identity, options);
    }

    private static void ask(Path agent, String... command) throws Exception {
        ProcessBuilder process = new ProcessBuilder(command).inheritIO();
        process.environment().put("SSH_AUTH_SOCK", agent.toString());
        assertThat(process.start().waitFor()).isZero();
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
