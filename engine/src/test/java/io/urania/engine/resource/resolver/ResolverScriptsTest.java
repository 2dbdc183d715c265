package io.urania.engine.resource.resolver;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.engine.batch.Operation;
import io.urania.engine.batch.ShellKind;
import io.urania.engine.batch.StepResult;
import io.urania.engine.plan.Action;
import io.urania.engine.plan.Difference;
import io.urania.engine.resource.Sandbox;
import io.urania.engine.resource.resolver.ResolverSettings.Inner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The scripts of name resolution, in every shell, on a host that is a directory. */
class ResolverScriptsTest {

    private static final String OWN = "domain fritz.box\nnameserver 192.168.1.1\n";

    private static final ResolverSettings ALONE = new ResolverSettings(
            Optional.of(new Inner(List.of("169.254.25.10"), List.of("cluster.local"))),
            List.of("10.0.0.53"),
            false,
            List.of("svc.cluster.local"),
            List.of("ndots:2"));

    private static final HostResolver ASKED = HostResolver.of("name resolution", ALONE);

    private static final HostResolver NOT_ASKED = HostResolver.of("name resolution", ResolverSettings.NOTHING);

    @ParameterizedTest
    @EnumSource(ShellKind.class)
    void aPlainFileIsRepairedAndComesBack(ShellKind shell) throws Exception {
        try (Sandbox host = new Sandbox(shell)) {
            Files.createDirectories(host.at("/run"));
            Path file = host.write("/etc/resolv.conf", OWN);
            Path hooks = Files.createDirectories(host.at("/etc/dhcp/dhclient-exit-hooks.d"));
            host.program("/usr/sbin/dhclient", "");

            host.repair(ASKED);
            assertThat(file).content().startsWith("# BEGIN urania\nnameserver 169.254.25.10\nnameserver 10.0.0.53\n");
            assertThat(hooks.resolve("zz-urania")).exists();
            assertThat(host.at("/etc/resolv.conf.urania")).doesNotExist();
            assertThat(host.at("/run/urania-name-resolution")).doesNotExist();

            host.repair(NOT_ASKED);
            assertThat(file).hasContent(OWN);
            assertThat(hooks).isEmptyDirectory();
        }
    }

    @ParameterizedTest
    @EnumSource(ShellKind.class)
    void aFileThatWasNotThereGoesAgain(ShellKind shell) throws Exception {
        try (Sandbox host = new Sandbox(shell)) {
            Files.createDirectories(host.at("/run"));
            Files.createDirectories(host.at("/etc"));

            host.repair(ASKED);
            assertThat(host.at("/etc/resolv.conf")).exists();
            host.repair(NOT_ASKED);
            assertThat(host.at("/etc/resolv.conf")).doesNotExist();
        }
    }

    @ParameterizedTest
    @EnumSource(ShellKind.class)
    void aResetLeavesTheHostAsItWas(ShellKind shell) throws Exception {
        try (Sandbox host = new Sandbox(shell)) {
            Files.createDirectories(host.at("/run"));
            Path file = host.write("/etc/resolv.conf", OWN + "# C:\\new %s\n");
            Files.createDirectories(host.at("/etc/dhcp/dhclient-exit-hooks.d"));
            host.program("/usr/sbin/dhclient", "");
            Path configuration = host.write("/etc/resolvconf.conf", "a=b\n");
            host.repair(ASKED);
            Path dropIn = host.write("/etc/systemd/resolved.conf.d/zz-urania.conf", "[Resolve]\n");
            host.write("/etc/resolvconf/resolv.conf.d/tail", "# BEGIN urania\nsearch a\n# END urania\n");
            host.write("/run/urania-name-resolution", "");

            for (int time = 0; time < 2; time++) {
                assertThat(reset(host).succeeded()).isTrue();
                assertThat(file).hasContent(OWN + "# C:\\new %s\n");
                assertThat(configuration).hasContent("a=b\n");
                assertThat(dropIn).doesNotExist();
                assertThat(host.at("/etc/resolvconf/resolv.conf.d/tail")).doesNotExist();
                assertThat(host.at("/etc/dhcp/dhclient-exit-hooks.d/zz-urania")).doesNotExist();
                assertThat(host.at("/run/urania-name-resolution")).doesNotExist();
            }
            assertThat(host.difference(NOT_ASKED)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(ShellKind.class)
    void whatChangedSinceThePlanIsNotOverwritten(ShellKind shell) throws Exception {
        try (Sandbox host = new Sandbox(shell)) {
            Files.createDirectories(host.at("/run"));
            Path file = host.write("/etc/resolv.conf", OWN);
            Difference difference = host.difference(ASKED).orElseThrow();
            host.write("/etc/resolv.conf", OWN + "nameserver 10.0.0.1\n");

            StepResult result = host.carryOut(difference);

            assertThat(result.succeeded()).isFalse();
            assertThat(result.output()).contains("has changed since the plan was made");
            assertThat(file).hasContent(OWN + "nameserver 10.0.0.1\n");
            // What was not finished is seen.
            assertThat(host.ask(ResolverProbe.QUESTION).orElseThrow().isUnfinished())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(ShellKind.class)
    void aLinkIsFollowedInThought(ShellKind shell) throws Exception {
        try (Sandbox host = new Sandbox(shell)) {
            Path stub = host.write("/run/systemd/resolve/stub-resolv.conf", "nameserver 127.0.0.53\n");
            Files.createDirectories(host.at("/etc"));
            Files.createSymbolicLink(host.at("/etc/resolv.conf"), stub);

            ResolverFact fact = host.ask(ResolverProbe.QUESTION).orElseThrow();

            assertThat(fact.link()).hasValue("/run/systemd/resolve/stub-resolv.conf");
            assertThat(fact.texts()).isEmpty();
        }
    }

    /** As older versions of Debian's resolvconf make tail. */
    @ParameterizedTest
    @EnumSource(ShellKind.class)
    void whatIsALinkStaysOne(ShellKind shell) throws Exception {
        try (Sandbox host = new Sandbox(shell)) {
            Files.createDirectories(host.at("/run"));
            Path original =
                    host.write("/etc/resolvconf/resolv.conf.d/original", "# BEGIN urania\nsearch a\n# END urania\n");
            Path tail = Files.createSymbolicLink(host.at("/etc/resolvconf/resolv.conf.d/tail"), Path.of("original"));
            Operation operation =
                    host.difference(NOT_ASKED).orElseThrow().operation().apply(_ -> Optional.empty());

            StepResult result = host.carryOut(Difference.of(
                    Action.CHANGE,
                    "",
                    "",
                    "",
                    new Operation("resolvconf() { :; }\n" + operation.script(), operation.payloads())));

            assertThat(result.succeeded()).as(result.output()).isTrue();
            assertThat(tail).isSymbolicLink();
            assertThat(original).isEmptyFile();
            assertThat(host.difference(NOT_ASKED)).isEmpty();
        }
    }

    /** Without the programs of this machine, which would change the machine. */
    private static StepResult reset(Sandbox host) throws Exception {
        return host.carryOut(Difference.of(
                Action.RUN,
                "reset",
                "",
                "",
                Operation.of("systemctl() { :; }\nresolvconf() { :; }\n" + ResolverBack.script())));
    }
}
