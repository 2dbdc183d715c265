package io.urania.engine.resource.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.engine.batch.Operation;
import io.urania.engine.batch.ShellKind;
import io.urania.engine.batch.StepResult;
import io.urania.engine.fact.Facts;
import io.urania.engine.fact.Question;
import io.urania.engine.plan.Difference;
import io.urania.engine.resource.Resource;
import io.urania.engine.resource.Sandbox;
import io.urania.engine.resource.safeguard.GuardedHost;
import io.urania.engine.system.LoginFact;
import io.urania.engine.system.LoginProbe;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Accounts on hosts that are directories, in every shell. */
class AccountTest {

    private static final String KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGJ clio@example.org";
    private static final String OTHER = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGK erato@example.org";
    private static final String HASH = "$6$salt$0123456789abcdef";

    /** The host's own programs, as far as these tests see what they do. */
    private static final String PROGRAMS = """
            useradd() {
                said useradd "$@"
                mkdir -p /home/clio
                echo "clio:x:1001:1001::/home/clio:/bin/bash" >>/etc/passwd
                echo 'clio:!:1::::::' >>/etc/shadow
            }
            usermod() { said usermod "$@"; }
            gpasswd() { said gpasswd "$@"; }
            chown() { said chown "$1"; }
            visudo() { case $(cat "$2") in *wrong*) echo "syntax error"; return 1 ;; esac; }
            chpasswd() {
                said chpasswd "$@"
                IFS=: read -r name hash
                echo "$name:$hash:1::::::" >/etc/shadow
            }
            """;

    @ParameterizedTest
    @EnumSource(ShellKind.class)
    void anAccountIsMadeWithAllThatItIsToHave(ShellKind shell) throws Exception {
        try (GuardedHost host = planted(shell)) {
            HostUser clio = user(Optional.of(true), List.of(KEY), Optional.of(HASH));

            Difference difference = difference(host, new Account(clio), "pi").orElseThrow();
            assertSucceeds(host.carryOut(difference));

            assertThat(host.said())
                    .contains(
                            "useradd --create-home --user-group --shell /bin/bash clio",
                            "usermod -a -G sudo clio",
                            "chpasswd -e");
            assertThat(host.sandbox().at(clio.rule())).hasContent("clio ALL=(ALL:ALL) NOPASSWD: ALL\n");
            assertThat(keys(host)).hasContent("# BEGIN urania\n" + KEY + "\n# END urania\n");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys(host))))
                    .isEqualTo("rw-------");
            assertThat(host.sandbox().at("/etc/shadow")).content().contains(HASH);
            assertThat(host.sandbox().at("/run")).isEmptyDirectory();
            assertThat(told(difference)).doesNotContain(HASH);

            host.sandbox().write("/etc/group", "sudo:x:27:pi,clio\n");
            assertThat(difference(host, new Account(clio), "pi")).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(ShellKind.class)
    void keysOfItsOwnStay(ShellKind shell) throws Exception {
        try (GuardedHost host = withClio(shell, OTHER + "\n")) {
            repair(host, user(Optional.empty(), List.of(KEY), Optional.empty()));
            assertThat(keys(host)).hasContent(OTHER + "\n# BEGIN urania\n" + KEY + "\n# END urania\n");

            repair(host, user(Optional.empty(), List.of(), Optional.empty()));
            assertThat(keys(host)).hasContent(OTHER + "\n");
        }
    }

    /** What an inventory does not say of an account is nothing that it is to lose. */
    @ParameterizedTest
    @EnumSource(ShellKind.class)
    void whoIsNotSaidToBeNoAdministratorStaysInTheGroup(ShellKind shell) throws Exception {
        try (GuardedHost host = withClio(shell, "")) {
            host.sandbox().write("/etc/group", "wheel:x:10:root,clio\n");

            assertThat(difference(host, new Account(user(Optional.empty(), List.of(), Optional.empty())), "pi"))
                    .isEmpty();
            assertSucceeds(host.carryOut(
                    difference(host, new Account(user(Optional.of(false), List.of(), Optional.empty())), "pi")
                            .orElseThrow()));
            assertThat(host.said()).containsExactly("gpasswd -d clio wheel");
        }
    }

    @ParameterizedTest
    @EnumSource(ShellKind.class)
    void theAccountThatWeComeByLosesNothing(ShellKind shell) throws Exception {
        try (GuardedHost host = withClio(shell, "")) {
            repair(host, user(Optional.of(true), List.of(KEY), Optional.empty()));
            host.sandbox().write("/etc/group", "sudo:x:27:clio\n");

            Account nothing = new Account(user(Optional.of(false), List.of(), Optional.empty()));
            assertThat(difference(host, nothing, "clio")).isEmpty();
            assertThat(difference(host, new FormerUsers(Set.of()), "clio")).isEmpty();
            assertThat(difference(host, nothing, "pi")).isPresent();
            assertThat(difference(host, new FormerUsers(Set.of()), "pi")).isPresent();
        }
    }

    @ParameterizedTest
    @EnumSource(ShellKind.class)
    void whoIsListedNoMoreLosesUraniasRuleAndKeysAndNotItsAccount(ShellKind shell) throws Exception {
        try (GuardedHost host = withClio(shell, OTHER + "\n")) {
            HostUser clio = user(Optional.of(true), List.of(KEY), Optional.empty());
            repair(host, clio);
            assertThat(difference(host, new FormerUsers(Set.of("clio")), "pi")).isEmpty();

            Difference difference =
                    difference(host, new FormerUsers(Set.of()), "pi").orElseThrow();
            assertSucceeds(host.carryOut(difference));

            assertThat(difference.title()).contains("clio");
            assertThat(host.sandbox().at(clio.rule())).doesNotExist();
            assertThat(keys(host)).hasContent(OTHER + "\n");
            assertThat(host.sandbox().at("/etc/passwd")).content().contains("clio");
            assertThat(difference(host, new FormerUsers(Set.of()), "pi")).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(ShellKind.class)
    void aRuleThatIsRefusedDoesNotCount(ShellKind shell) throws Exception {
        try (GuardedHost host = withClio(shell, "")) {
            Difference difference = difference(
                            host,
                            new Account(new HostUser(
                                    "clio",
                                    Optional.of(true),
                                    true,
                                    List.of(),
                                    Optional.empty(),
                                    Optional.empty(),
                                    Optional.empty())),
                            "pi")
                    .orElseThrow();
            Operation operation = difference.operation().apply(_ -> Optional.empty());
            StepResult result = host.carryOut(Difference.of(
                    difference.action(),
                    "",
                    "",
                    "",
                    new Operation(
                            "visudo() { echo 'syntax error'; return 1; }\n" + operation.script(),
                            operation.payloads())));

            assertThat(result.succeeded()).isFalse();
            assertThat(result.output()).contains("visudo refuses the rule of clio: syntax error");
            assertThat(host.sandbox().at("/etc/sudoers.d")).isEmptyDirectory();
        }
    }

    @ParameterizedTest
    @EnumSource(ShellKind.class)
    void linksAreNotFollowedAsRoot(ShellKind shell) throws Exception {
        try (GuardedHost host = withClio(shell, "")) {
            Path elsewhere = Files.createDirectories(host.sandbox().at("/etc/elsewhere"));
            Files.createSymbolicLink(host.sandbox().at("/home/clio").resolve(".ssh"), elsewhere);

            StepResult result = host.carryOut(
                    difference(host, new Account(user(Optional.empty(), List.of(KEY), Optional.empty())), "pi")
                            .orElseThrow());

            assertThat(result.succeeded()).isFalse();
            assertThat(result.output()).contains("is a link");
            assertThat(elsewhere).isEmptyDirectory();
        }
    }

    @ParameterizedTest
    @EnumSource(ShellKind.class)
    void aNumberIsNeverChanged(ShellKind shell) throws Exception {
        try (GuardedHost host = withClio(shell, "")) {
            StepResult result = host.carryOut(difference(
                            host,
                            new Account(new HostUser(
                                    "clio",
                                    Optional.empty(),
                                    false,
                                    List.of(),
                                    Optional.empty(),
                                    Optional.empty(),
                                    Optional.of(1234))),
                            "pi")
                    .orElseThrow());

            assertThat(result.succeeded()).isFalse();
            assertThat(result.output()).contains("clio has the uid 1001 already");
        }
    }

    @ParameterizedTest
    @EnumSource(ShellKind.class)
    void rootsPasswordIsSetAndLocked(ShellKind shell) throws Exception {
        try (GuardedHost host = planted(shell)) {
            Difference set = difference(host, new RootPassword(HASH), "pi").orElseThrow();
            assertSucceeds(host.carryOut(set));
            assertThat(host.sandbox().at("/etc/shadow")).content().startsWith("root:" + HASH + ":");
            assertThat(told(set)).doesNotContain(HASH);
            assertThat(difference(host, new RootPassword(HASH), "pi")).isEmpty();

            assertSucceeds(
                    host.carryOut(difference(host, new RootPassword("!"), "pi").orElseThrow()));
            assertThat(host.sandbox().at("/etc/shadow")).content().startsWith("root:*:");
            assertThat(difference(host, new RootPassword("!"), "pi")).isEmpty();
            assertThat(difference(host, new RootPassword("*"), "pi")).isEmpty();
        }
    }

    private static String told(Difference difference) {
        return difference.title()
                + difference.before()
                + difference.after()
                + difference.operation().apply(_ -> Optional.empty()).script();
    }

    private static HostUser user(Optional<Boolean> admin, List<String> keys, Optional<String> hash) {
        return new HostUser("clio", admin, false, keys, hash, Optional.empty(), Optional.empty());
    }

    private static void repair(GuardedHost host, HostUser user) throws Exception {
        Account account = new Account(user);
        assertSucceeds(host.carryOut(difference(host, account, "pi").orElseThrow()));
        if (!user.isAdmin()) {
            assertThat(difference(host, account, "pi")).isEmpty();
        }
    }

    private static GuardedHost planted(ShellKind shell) throws Exception {
        GuardedHost host = GuardedHost.of(shell, sandbox -> PROGRAMS.replace("/home/", sandbox.at("/home") + "/"));
        host.sandbox().write("/etc/passwd", "root:x:0:0:root:/root:/bin/bash\npi:x:1000:1000::/home/none:/bin/bash\n");
        host.sandbox().write("/etc/shadow", "root:!:1::::::\n");
        host.sandbox().write("/etc/group", "root:x:0:\nsudo:x:27:pi\n");
        host.sandbox().program("/usr/sbin/visudo", "");
        return host;
    }

    private static GuardedHost withClio(ShellKind shell, String keys) throws Exception {
        GuardedHost host = planted(shell);
        Path home = host.sandbox().at("/home/clio");
        host.sandbox().write("/etc/passwd", "clio:x:1001:1001::" + home + ":/bin/bash\n");
        host.sandbox().write("/etc/shadow", "clio:$6$a$b:1::::::\n");
        host.sandbox().write("/etc/group", "sudo:x:27:pi\n");
        Files.createDirectories(home);
        if (!keys.isEmpty()) {
            host.sandbox().write("/home/clio/.ssh/authorized_keys", keys);
        }
        return host;
    }

    private static Path keys(GuardedHost host) {
        return host.sandbox().at("/home/clio/.ssh/authorized_keys");
    }

    /** As whom this test logs in is nothing that the host's directory could tell. */
    private static Optional<Difference> difference(GuardedHost host, Resource resource, String login) throws Exception {
        Facts.Builder facts = Facts.of("here").put(LoginProbe.QUESTION, new LoginFact(login, "root"));
        List<Question<?>> questions = new ArrayList<>(resource.questions());
        questions.remove(LoginProbe.QUESTION);
        for (Question<?> question : questions) {
            put(facts, question, host.sandbox());
        }
        return Sandbox.difference(resource, facts.build());
    }

    private static <T> void put(Facts.Builder facts, Question<T> question, Sandbox sandbox) throws Exception {
        facts.put(question, sandbox.ask(question).orElseThrow());
    }

    private static void assertSucceeds(StepResult result) {
        assertThat(result.succeeded()).as(result.output()).isTrue();
    }
}
