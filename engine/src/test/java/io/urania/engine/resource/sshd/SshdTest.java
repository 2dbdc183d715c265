package io.urania.engine.resource.sshd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.urania.engine.batch.ShellKind;
import io.urania.engine.batch.StepResult;
import io.urania.engine.plan.Difference;
import io.urania.engine.resource.safeguard.GuardedHost;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Settings of the SSH server on hosts that are directories; once with a real server's own judgement. */
class SshdTest {

    private static final Path REAL = Path.of("/usr/sbin/sshd");
    private static final Path RUNTIME = Path.of("/run/sshd");

    private static final Sshd KEYS_ONLY = new Sshd(
            new SshdSettings(Optional.of("prohibit-password"), Optional.of(false), Map.of("MaxAuthTries", "3")));
    private static final Sshd NOTHING = new Sshd(new SshdSettings(Optional.empty(), Optional.empty(), Map.of()));

    private static final String LINES = """
            PermitRootLogin prohibit-password
            PasswordAuthentication no
            ChallengeResponseAuthentication no
            MaxAuthTries 3
            """;

    private static final String WITH_DIRECTORY = """
            # as Debian ships it
            Include /etc/ssh/sshd_config.d/*.conf
            UsePAM yes
            PermitRootLogin yes
            """;

    /** Tells of settings what its files say, as far as this test has any. */
    private static final String SERVER = """
            #!/bin/sh
            [ "$1" != -t ] || { case $(cat ROOT/etc/ssh/sshd_config ROOT/etc/ssh/sshd_config.d/*.conf) in *Nonsense*) echo 'Bad configuration option'; exit 1 ;; esac; exit 0; }
            case $(cat ROOT/etc/ssh/sshd_config.d/*.conf ROOT/etc/ssh/sshd_config 2>/dev/null) in
            *'PasswordAuthentication no'*) printf 'permitrootlogin without-password\\npasswordauthentication no\\n' ;;
            *) printf 'permitrootlogin yes\\npasswordauthentication yes\\n' ;;
            esac
            """;

    @ParameterizedTest
    @EnumSource(ShellKind.class)
    void writesAFileOfItsOwnWhereTheMainOneIncludesIt(ShellKind shell) throws Exception {
        try (GuardedHost host = planted(shell, WITH_DIRECTORY)) {
            Difference difference = host.sandbox().difference(KEYS_ONLY).orElseThrow();

            assertSucceeds(host.carryOut(difference));
            assertThat(host.sandbox().at(Sshd.DROP_IN)).hasContent(LINES);
            assertThat(host.sandbox().at(Sshd.FILE)).hasContent(WITH_DIRECTORY);
            assertThat(host.said()).contains("systemctl reload ssh.service");

            // The run that made it has died before it came back.
            Difference again = host.sandbox().difference(KEYS_ONLY).orElseThrow();
            assertThat(again.title()).startsWith("confirm");
            assertSucceeds(host.carryOut(again));
            assertSucceeds(host.confirm(again));
            assertThat(host.sandbox().difference(KEYS_ONLY)).isEmpty();

            Difference back = host.sandbox().difference(NOTHING).orElseThrow();
            assertSucceeds(host.carryOut(back));
            assertSucceeds(host.confirm(back));
            assertThat(host.sandbox().at(Sshd.DROP_IN)).doesNotExist();
            assertThat(host.sandbox().difference(NOTHING)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(ShellKind.class)
    void anOlderServerGetsLinesBeforeAllOthers(ShellKind shell) throws Exception {
        String own = "PermitRootLogin yes\nMatch User git\n    PasswordAuthentication yes\n";
        try (GuardedHost host = planted(shell, own)) {
            Difference difference = host.sandbox().difference(KEYS_ONLY).orElseThrow();
            assertSucceeds(host.carryOut(difference));

            assertThat(host.sandbox().at(Sshd.FILE)).hasContent("# BEGIN urania\n" + LINES + "# END urania\n" + own);

            assertSucceeds(host.timeOver("sshd"));
            assertThat(host.sandbox().at(Sshd.FILE)).hasContent(own);
            assertThat(host.said()).endsWith("systemctl reload ssh.service");
        }
    }

    @ParameterizedTest
    @EnumSource(ShellKind.class)
    void whatTheServerRefusesIsTakenBackBeforeItIsRead(ShellKind shell) throws Exception {
        Sshd wrong = new Sshd(new SshdSettings(Optional.empty(), Optional.empty(), Map.of("Nonsense", "yes")));
        try (GuardedHost host = planted(shell, WITH_DIRECTORY)) {
            StepResult result = host.carryOut(host.sandbox().difference(wrong).orElseThrow());

            assertThat(result.succeeded()).isFalse();
            assertThat(result.output()).contains("sshd refuses the settings", "Bad configuration option");
            assertThat(host.sandbox().at(Sshd.DROP_IN)).doesNotExist();
        }
    }

    @ParameterizedTest
    @EnumSource(ShellKind.class)
    void whatAnotherLineSetsFirstIsSeen(ShellKind shell) throws Exception {
        Sshd root = new Sshd(new SshdSettings(Optional.of("no"), Optional.empty(), Map.of()));
        try (GuardedHost host = planted(shell, WITH_DIRECTORY)) {
            StepResult result = host.carryOut(host.sandbox().difference(root).orElseThrow());

            assertThat(result.succeeded()).isFalse();
            assertThat(result.output()).contains("another line of sshd's configuration sets permitrootlogin");
            assertThat(host.sandbox().at(Sshd.DROP_IN)).doesNotExist();
        }
    }

    @ParameterizedTest
    @EnumSource(ShellKind.class)
    void aRealServerJudges(ShellKind shell) throws Exception {
        assumeTrue(
                Files.isExecutable(REAL),
                "skipped: " + REAL + " is not installed; on Debian: apt-get install openssh-server");
        // What the script makes is in the sandbox, and the server looks for its own.
        assumeTrue(
                Files.isDirectory(RUNTIME) || RUNTIME.toFile().mkdir(),
                "skipped: " + RUNTIME + " is missing; it is made when sshd starts");
        try (GuardedHost host = new GuardedHost(shell, "")) {
            Files.createDirectories(host.sandbox().at("/usr/sbin"));
            Files.createSymbolicLink(host.sandbox().at("/usr/sbin/sshd"), REAL);
            Path key = host.sandbox().at("/etc/ssh/key");
            String own = "HostKey " + key + "\nPasswordAuthentication yes\n";
            host.sandbox().write(Sshd.FILE, own);
            assertThat(new ProcessBuilder("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key.toString())
                            .start()
                            .waitFor())
                    .isZero();

            Sshd wrong = new Sshd(new SshdSettings(Optional.empty(), Optional.empty(), Map.of("MaxAuthTries", "many")));
            StepResult refused = host.carryOut(host.sandbox().difference(wrong).orElseThrow());
            assertThat(refused.succeeded()).isFalse();
            assertThat(refused.output()).contains("sshd refuses the settings");
            assertThat(host.sandbox().at(Sshd.FILE)).hasContent(own);

            Difference difference = host.sandbox().difference(KEYS_ONLY).orElseThrow();
            assertSucceeds(host.carryOut(difference));
            assertSucceeds(host.confirm(difference));
            assertThat(host.sandbox().difference(KEYS_ONLY)).isEmpty();
            assertThat(host.sandbox().ask(SshdProbe.QUESTION).orElseThrow().effective())
                    .containsEntry("passwordauthentication", "no")
                    .containsEntry("kbdinteractiveauthentication", "no")
                    .containsEntry("maxauthtries", "3");
        }
    }

    @Test
    void linesThatCannotCountStandBeforeTheOthers() throws Exception {
        for (String own : List.of(
                "PasswordAuthentication yes\nInclude /etc/ssh/sshd_config.d/*.conf\n",
                "maxauthtries=4\nInclude /etc/ssh/sshd_config.d/*.conf\n",
                "Match User a\nInclude /etc/ssh/sshd_config.d/*.conf\n",
                "#Include /etc/ssh/sshd_config.d/*.conf\n")) {
            assertThat(titleFor(own)).as(own).endsWith(Sshd.FILE);
        }
        for (String own : List.of(
                "Port 2222\ninclude \"/etc/ssh/sshd_config.d/*.conf\"\n",
                "\tInclude /etc/other/*.conf /etc/ssh/sshd_config.d/*.conf\n")) {
            assertThat(titleFor(own)).as(own).endsWith(Sshd.DROP_IN);
        }
    }

    private static String titleFor(String own) throws Exception {
        try (GuardedHost host = planted(ShellKind.DASH, own)) {
            return host.sandbox().difference(KEYS_ONLY).orElseThrow().title();
        }
    }

    @ParameterizedTest
    @EnumSource(ShellKind.class)
    void aHostWithoutAServerIsNeverRight(ShellKind shell) throws Exception {
        try (GuardedHost host = new GuardedHost(shell, "")) {
            assertThat(host.sandbox().difference(NOTHING)).isEmpty();
            StepResult result =
                    host.carryOut(host.sandbox().difference(KEYS_ONLY).orElseThrow());
            assertThat(result.succeeded()).isFalse();
            assertThat(result.output()).contains("there is no sshd");
        }
    }

    private static GuardedHost planted(ShellKind shell, String configuration) throws Exception {
        GuardedHost host = new GuardedHost(shell, "");
        host.sandbox().write(Sshd.FILE, configuration);
        Files.createDirectories(host.sandbox().at("/etc/ssh/sshd_config.d"));
        host.sandbox()
                .program(
                        "/usr/sbin/sshd",
                        SERVER.replace("ROOT", host.sandbox().at("/").toString()));
        return host;
    }

    private static void assertSucceeds(StepResult result) {
        assertThat(result.succeeded()).as(result.output()).isTrue();
    }
}
