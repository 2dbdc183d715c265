package io.urania.cluster.preflight.access;

import io.urania.cluster.preflight.Finding;
import io.urania.cluster.preflight.HostRule;
import io.urania.cluster.preflight.Level;
import io.urania.cluster.preflight.RuleDescription;
import io.urania.cluster.preflight.Situation;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.HostSpec;
import io.urania.cluster.spec.access.AccessSpec;
import io.urania.engine.fact.Facts;
import io.urania.engine.fact.Question;
import io.urania.engine.resource.sshd.SshdSettings;
import io.urania.engine.system.LoginProbe;
import java.util.ArrayList;
import java.util.List;

/** What is asked of a host does not plainly refuse the next login of whoever asks. */
record OwnWayIn() implements HostRule {
    private static final String ROOT = "root";
    private static final String WHY = "the next login would be refused";

    @Override
    public String id() {
        return "own-way-in";
    }

    @Override
    public RuleDescription description() {
        return new RuleDescription(
                List.of(Level.ERROR),
                "`sshd_permit_root_login` or `sshd_password_authentication` refuses the login that Urania itself uses",
                WHY,
                "log in as another user, or with a key; or change the variable",
                "sshd_config(5)");
    }

    @Override
    public List<Question<?>> questions(ClusterSpec spec, HostSpec host) {
        return spec.access(host).equals(AccessSpec.NOTHING) ? List.of() : List.of(LoginProbe.QUESTION);
    }

    @Override
    public List<Finding> findings(HostSpec host, Facts facts, Situation situation) {
        AccessSpec access = situation.spec().access(host);
        if (access.equals(AccessSpec.NOTHING)) {
            return List.of();
        }
        String user = facts.answer(LoginProbe.QUESTION).user();
        return access.sshd().stream()
                .flatMap(settings -> ofServer(host, user, settings).stream())
                .toList();
    }

    private List<Finding> ofServer(HostSpec host, String user, SshdSettings settings) {
        List<Finding> findings = new ArrayList<>();
        boolean byPassword = host.target().passwords().login().isPresent();
        boolean byRoot = user.equals(ROOT);
        String rootLogin = settings.rootLogin().orElse("yes");
        if (byRoot && rootLogin.equals("no")) {
            findings.add(
                    error(
                            host.name(),
                            "sshd_permit_root_login is no, and Urania logs in as root",
                            WHY,
                            "log in as a user that may use sudo (ansible_user), or set sshd_permit_root_login: prohibit-password"));
        }
        if (byRoot && byPassword && rootLogin.equals("prohibit-password")) {
            findings.add(error(
                    host.name(),
                    "sshd_permit_root_login is prohibit-password, and Urania logs in as root with a password",
                    WHY,
                    "put a key on the host (ssh-copy-id root@HOST) and remove ansible_password"));
        }
        if (byPassword && !settings.passwords().orElse(true)) {
            findings.add(error(
                    host.name(),
                    "sshd_password_authentication is false, and Urania logs in with a password",
                    WHY,
                    "put a key on the host (ssh-copy-id) and remove ansible_password"));
        }
        return findings;
    }
}
