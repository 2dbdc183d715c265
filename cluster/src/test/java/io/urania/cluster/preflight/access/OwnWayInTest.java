package io.urania.cluster.preflight.access;

import static io.urania.cluster.preflight.host.HostFindings.ERATO;
import static org.assertj.core.api.Assertions.assertThat;

import io.urania.cluster.preflight.host.HostFindings;
import io.urania.engine.system.LoginFact;
import io.urania.engine.system.LoginProbe;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nobody asks Urania to lock itself out. */
class OwnWayInTest {

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
