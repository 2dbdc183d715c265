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
import io.urania.engine.resource.account.AccountFact;
import io.urania.engine.resource.account.AccountProbe;
import io.urania.engine.resource.account.HostUser;
import io.urania.engine.resource.account.RootPassword;
import io.urania.engine.resource.sshd.SshdSettings;
import io.urania.engine.system.LoginProbe;
import io.urania.engine.transport.Passwords;
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
                "`sshd_permit_root_login`, `sshd_password_authentication`, `host_users` or `root_password_hash` refuses the login, or the sudo, that Urania itself uses",
                WHY,
                "log in as another user, or with a key; or change the variable",
                "sshd_config(5), sudoers(5)");
    }

    @Override
    public List<Question<?>> questions(ClusterSpec spec, HostSpec host) {
        AccessSpec access = spec.access(host);
        if (access.equals(AccessSpec.NOTHING)) {
            return List.of();
        }
        List<Question<?>> questions = new ArrayList<>(List.of(LoginProbe.QUESTION, AccountProbe.of(ROOT)));
        access.users().orElse(List.of()).forEach(user -> questions.add(AccountProbe.of(user.name())));
        return questions;
    }

    @Override
    public List<Finding> findings(HostSpec host, Facts facts, Situation situation) {
        AccessSpec access = situation.spec().access(host);
        if (access.equals(AccessSpec.NOTHING)) {
            return List.of();
        }
        String user = facts.answer(LoginProbe.QUESTION).user();
        List<Finding> findings = new ArrayList<>();
        access.sshd().ifPresent(settings -> findings.addAll(ofServer(host, user, settings)));
        access.users().orElse(List.of()).stream()
                .filter(one -> one.name().equals(user))
                .forEach(one -> findings.addAll(ofAccount(host, one, facts)));
        access.rootPassword()
                .filter(hash -> user.equals(ROOT)
                        && host.target().passwords().login().isPresent()
                        && !new RootPassword(hash.reveal()).isOn(facts.answer(AccountProbe.of(ROOT))))
                .ifPresent(_ -> findings.add(error(
                        host.name(),
                        "root_password_hash is another password than root's, and Urania logs in as root with a password",
                        WHY,
                        "put a key on the host (ssh-copy-id root@HOST) and remove ansible_password")));
        return findings;
    }

    /** What is asked of the account that we come with. */
    private List<Finding> ofAccount(HostSpec host, HostUser user, Facts facts) {
        List<Finding> findings = new ArrayList<>();
        Passwords passwords = host.target().passwords();
        boolean bySudo = facts.answer(LoginProbe.QUESTION).isBySudo();
        AccountFact present = facts.answer(AccountProbe.of(user.name()));
        String name = user.name();
        if (bySudo
                && user.isAdmin()
                && user.sudoAsksPassword()
                && passwords.becomeRoot().isEmpty()) {
            findings.add(error(
                    host.name(),
                    "host_users has sudo: password for " + name + ", and Urania logs in as " + name
                            + " without a password for sudo",
                    "the next sudo would be refused",
                    "set sudo: nopasswd, or ansible_become_password"));
        }
        if (bySudo && user.admin().filter(admin -> !admin).isPresent()) {
            findings.add(error(
                    host.name(),
                    "host_users has admin: false for " + name + ", and Urania becomes root as " + name,
                    "the next sudo would be refused",
                    "remove admin: false, or log in as another administrator (ansible_user)"));
        }
        boolean asksPassword =
                passwords.login().isPresent() || passwords.becomeRoot().isPresent();
        if (asksPassword
                && user.passwordHash()
                        .filter(hash -> !present.hasPassword(hash))
                        .isPresent()) {
            findings.add(error(
                    host.name(),
                    "host_users has another password for " + name
                            + ", and Urania logs in, or becomes root, with the present one",
                    WHY,
                    "change it by hand (passwd) together with ansible_password, or log in with a key"));
        }
        return findings;
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
