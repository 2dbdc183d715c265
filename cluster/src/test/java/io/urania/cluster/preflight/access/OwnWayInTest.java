package io.urania.cluster.preflight.access;

import static io.urania.cluster.preflight.host.HostFindings.ERATO;
import static org.assertj.core.api.Assertions.assertThat;

import io.urania.cluster.preflight.host.HostFindings;
import io.urania.engine.resource.address.AddressFact;
import io.urania.engine.resource.address.AddressProbe;
import io.urania.engine.system.LoginFact;
import io.urania.engine.system.LoginProbe;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nobody asks Urania to lock itself out. */
class OwnWayInTest {

    private static final String HASH = "$6$salt$0123456789abcdef";

    private static final AddressFact KEPT = new AddressFact(
            Optional.of("eth0"),
            true,
            Set.of("systemd-networkd"),
            Optional.empty(),
            Optional.of("/etc/systemd/network/20-wired.network"),
            false,
            Map.of());

    private static final LoginFact ROOT = new LoginFact("root", "root");

    @TempDir
    Path directory;

    @Test
    void rootThatLogsInAsRootIsNotRefusedToBeIt() {
        assertThat(found("sshd_permit_root_login: 'no'\n", ROOT))
                .containsExactly("error erato: sshd_permit_root_login is no, and Urania logs in as root");
        assertThat(found("sshd_permit_root_login: no\n", new LoginFact("pi", "root")))
                .isEmpty();
        assertThat(found("sshd_permit_root_login: prohibit-password\n", ROOT)).isEmpty();
    }

    @Test
    void whoLogsInWithAPasswordNeedsThem() {
        String password = "ansible_password: correct horse\n";

        assertThat(found(password + "sshd_permit_root_login: prohibit-password\n", ROOT))
                .containsExactly(
                        "error erato: sshd_permit_root_login is prohibit-password, and Urania logs in as root with a password");
        assertThat(found(password + "sshd_password_authentication: false\n", new LoginFact("pi", "root")))
                .contains("error erato: sshd_password_authentication is false, and Urania logs in with a password");
        assertThat(found("sshd_password_authentication: false\n", ROOT)).isEmpty();
        assertThat(found(password + "sshd_password_authentication: true\n", ROOT))
                .isEmpty();
    }

    @Test
    void theAccountThatWeComeByKeepsItsRightsAndItsPassword() {
        LoginFact pi = new LoginFact("pi", "root");
        String user = "host_users: [{name: pi, %s}]\n";

        assertThat(found(user.formatted("admin: true, sudo: password"), pi))
                .singleElement()
                .asString()
                .contains("sudo: password for pi", "without a password for sudo");
        assertThat(found(user.formatted("admin: true, sudo: password") + "ansible_become_password: known\n", pi))
                .isEmpty();
        assertThat(found(user.formatted("admin: false"), pi))
                .singleElement()
                .asString()
                .contains("admin: false for pi");
        assertThat(found(user.formatted("password_hash: '" + HASH + "'") + "ansible_password: known\n", pi))
                .singleElement()
                .asString()
                .contains("another password for pi")
                .doesNotContain(HASH);
        assertThat(found(user.formatted("admin: true, password_hash: '" + HASH + "'"), pi))
                .isEmpty();
        assertThat(found(user.formatted("admin: false"), new LoginFact("clio", "root")))
                .isEmpty();
    }

    @Test
    void rootsPasswordIsNotTakenFromWhoNeedsIt() {
        String locked = "root_password_hash: '!'\n";

        assertThat(found(locked + "ansible_password: known\n", ROOT))
                .singleElement()
                .asString()
                .contains("root_password_hash is another password than root's");
        assertThat(found(locked, ROOT)).isEmpty();
        assertThat(found(locked, new LoginFact("pi", "root"))).isEmpty();
    }

    @Test
    void anAddressThatTheHostDoesNotHaveOrCannotKeepIsRefused() {
        String asked = "static_address: 10.42.253.11/24\nnameservers: [10.0.0.53]\n";
        String gateway = "static_gateway: 10.42.253.1\n";

        assertThat(address(asked + gateway, AddressFact.NONE))
                .singleElement()
                .asString()
                .contains("static_address is 10.42.253.11/24, and no interface has 10.42.253.11 now");
        assertThat(address(asked, KEPT)).singleElement().asString().contains("static_gateway is not set");
        assertThat(address(asked + gateway, KEPT)).isEmpty();
        assertThat(address(
                        asked + gateway,
                        new AddressFact(
                                KEPT.link(), true, Set.of(), Optional.empty(), Optional.empty(), false, Map.of())))
                .singleElement()
                .asString()
                .contains("nobody whom Urania knows configures eth0");
    }

    /** The article's rack asks it of one host alone. */
    private List<String> address(String variables, AddressFact fact) {
        HostFindings findings = HostFindings.of(new UnkeptAddress(), directory, onErato(variables));
        return HostFindings.told(
                findings.with(ERATO, AddressProbe.of("10.42.253.11"), fact).found());
    }

    /** A template that only one host has a value for. */
    private static String onErato(String variables) {
        return variables
                .lines()
                .map(line -> line.startsWith("static_")
                        ? line.replaceFirst(
                                "(static_[a-z]+): (.*)",
                                "$1: \"{{ '$2' if inventory_hostname.startswith('erato') else none }}\"")
                        : line)
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /** On the host that a test is about. */
    private List<String> found(String variables, LoginFact login) {
        return HostFindings.told(HostFindings.of(new OwnWayIn(), directory, variables)
                        .with(ERATO, LoginProbe.QUESTION, login)
                        .found())
                .stream()
                .filter(line -> line.contains("erato"))
                .toList();
    }
}
