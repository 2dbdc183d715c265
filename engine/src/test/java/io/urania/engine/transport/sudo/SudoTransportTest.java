package io.urania.engine.transport.sudo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.urania.engine.transport.Exit;
import io.urania.engine.transport.Input;
import io.urania.engine.transport.LocalTransport;
import io.urania.engine.transport.Password;
import io.urania.engine.transport.Passwords;
import io.urania.engine.transport.Target;
import io.urania.engine.transport.Transport;
import io.urania.engine.transport.TransportContract;
import io.urania.engine.transport.TransportException;
import io.urania.engine.transport.TransportException.Cause;
import io.urania.engine.transport.Way;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Through a program that asks and refuses as sudo does; what it wants is in a file beside it. */
final class SudoTransportTest extends TransportContract {

    private static final String SUDO = """
            #!/bin/sh
            here=$(dirname "$0")
            echo "$*" >>"$here/calls"
            tr '\\0' '\\n' </proc/self/environ >>"$here/calls"
            . "$here/rules"
            if [ "$tty" = yes ] && ! (exec </dev/tty) 2>/dev/null; then
                echo 'sudo: sorry, you must have a tty to run sudo' >&2
                exit 1
            fi
            prompt=
            while [ "$1" != -- ]; do
                case $1 in
                -p) prompt=$2; shift ;;
                -A) ask=yes ;;
                -n) ask=no ;;
                esac
                shift
            done
            shift
            if [ -n "$password" ]; then
                if [ "$ask" = no ]; then
                    echo 'sudo: a password is required' >&2
                    exit 1
                fi
                if [ "$("$SUDO_ASKPASS" "$prompt")" != "$password" ]; then
                    echo 'Sorry, try again.' >&2
                    if [ -z "$("$SUDO_ASKPASS" "$prompt")" ]; then
                        echo 'sudo: no password was provided' >&2
                    fi
                    exit 1
                fi
            fi
            ROOT=yes
            export ROOT
            exec "$@"
            """;

    @TempDir
    private Path programs;

    private Transport transport;

    @BeforeEach
    void open() throws IOException {
        Path sudo = Files.writeString(programs.resolve("sudo"), SUDO);
        Files.setPosixFilePermissions(sudo, PosixFilePermissions.fromString("rwxr-xr-x"));
        rules("tty=no password=''");
        // In a session of its own there is no terminal, whoever runs the tests.
        transport = new SudoTransport(new LocalTransport(
                List.of("setsid", "-w", "env", "PATH=" + programs + ":/usr/bin:/bin:/usr/sbin:/sbin", "sh")));
    }

    @Override
    protected Transport transport() {
        return transport;
    }

    @Override
    protected Target target() {
        Target here = LocalTransport.target("clio");
        return new Target(here.name(), here.address(), here.port(), "pi", true, Optional.empty(), List.of())
                .by(Way.LOCAL);
    }

    private Target with(String password) {
        return target().with(new Passwords(Optional.empty(), Optional.of(Password.of(password))));
    }

    @Test
    void becomesRootWhateverTheCommandHolds() throws Exception {
        assertThat(run("echo \"root: $ROOT\"; echo 'it'\\''s'")).containsExactly("root: yes", "it's");
    }

    @Test
    void whoNeedNotBecomeRootDoesNot() throws Exception {
        List<String> lines = new ArrayList<>();

        transport.execute(target().asLoginUser(), "echo \"root: $ROOT\"", Input.NONE, lines::add);

        assertThat(lines).containsExactly("root: ");
    }

    @Test
    void givesThePasswordAndLeavesTheInputToTheCommand() throws Exception {
        rules("tty=no password='se cret\\'");

        assertThat(cat(with("se cret\\"))).containsExactly("first", "  second", "root: yes");
    }

    @Test
    void aPasswordThatIsNotAskedForIsNoPartOfTheInput() throws Exception {
        assertThat(cat(with("secret"))).containsExactly("first", "  second", "root: yes");
    }

    @Test
    void makesATerminalWhereSudoWantsOneAndKeepsTheInputAsItIs() throws Exception {
        rules("tty=yes password=''");

        assertThat(cat(target())).containsExactly("first", "  second", "root: yes");
    }

    @Test
    void makesATerminalAndGivesThePassword() throws Exception {
        rules("tty=yes password=secret");

        assertThat(cat(with("secret"))).containsExactly("first", "  second", "root: yes");
        assertThat(transport
                        .execute(with("secret"), "exit 42", Input.NONE, _ -> {})
                        .code())
                .isEqualTo(42);
    }

    @Test
    void thePasswordStandsInNoCommandLineAndNoEnvironment() throws Exception {
        rules("tty=no password=rosebud");

        cat(with("rosebud"));

        assertThat(programs.resolve("calls")).content().contains("-A -p").doesNotContain("rosebud");
        assertThat(with("rosebud").toString()).doesNotContain("rosebud");
    }

    @Test
    void saysThatAPasswordIsNeeded() throws Exception {
        rules("tty=no password=secret");

        assertRefused(target(), "a password is required", "--ask-become-pass", "NOPASSWD");
    }

    @Test
    void aWrongPasswordIsTriedOnce() throws Exception {
        rules("tty=no password=secret");

        assertRefused(with("wrong"), "rejects the password", "ansible_become_password");
    }

    @Test
    void saysThatThereIsNoSudo() throws Exception {
        Files.delete(programs.resolve("sudo"));
        Transport bare = new SudoTransport(new LocalTransport(List.of("env", "PATH=" + barePrograms(), "sh")));

        assertThatThrownBy(() -> bare.execute(target(), "true", Input.NONE, _ -> {}))
                .isInstanceOfSatisfying(
                        TransportException.class,
                        failure -> assertThat(failure.kind()).isEqualTo(Cause.PRIVILEGE))
                .hasMessageContaining("install it");
    }

    /** A search path with a shell and env, and nothing else. */
    private Path barePrograms() throws IOException {
        for (String name : List.of("sh", "env")) {
            Files.copy(Path.of("/usr/bin/" + name), programs.resolve(name), StandardCopyOption.COPY_ATTRIBUTES);
        }
        return programs;
    }

    private void assertRefused(Target target, String... words) {
        assertThatThrownBy(() -> transport.execute(target, "echo never", Input.NONE, _ -> {}))
                .isInstanceOfSatisfying(
                        TransportException.class,
                        failure -> assertThat(failure.kind()).isEqualTo(Cause.PRIVILEGE))
                .hasMessageContainingAll(words)
                .hasMessageContaining("clio");
    }

    private List<String> cat(Target target) throws Exception {
        List<String> lines = new ArrayList<>();
        Exit exit = transport.execute(
                target,
                "cat; echo \"root: $ROOT\"",
                sink -> sink.write("first\n  second\n".getBytes(StandardCharsets.UTF_8)),
                lines::add);
        assertThat(exit).isEqualTo(new Exit(0, ""));
        return lines;
    }

    private void rules(String text) throws IOException {
        Files.writeString(programs.resolve("rules"), text.replace("' ", "'\n").replaceFirst(" ", "\n") + "\n");
    }
}
