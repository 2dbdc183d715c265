package io.urania.engine.transport;

import io.urania.engine.shell.Shell;
import io.urania.engine.transport.TransportException.Cause;

/** What a person is told about a host that accepts neither key nor password, by whatever way it was reached. */
public final class LoginRefusal {

    private LoginRefusal() {}

    public static TransportException of(Target target) {
        String user = target.user();
        String what = target.where() + ": login refused for user '" + (user.isEmpty() ? "(default)" : user) + "'";
        String next = target.passwords().login().isPresent()
                ? "; check ansible_password, and whether the host allows password logins (PasswordAuthentication in"
                        + " /etc/ssh/sshd_config there)"
                : "; install your public key there: ssh-copy-id "
                        + (target.port() == 22 ? "" : "-p " + target.port() + " ")
                        + Shell.quote((user.isEmpty() ? "" : user + "@") + target.address());
        return new TransportException(Cause.LOGIN, what + next);
    }
}
