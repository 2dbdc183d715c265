package io.urania.cluster.variable.rows;

import static io.urania.cluster.variable.Variable.variable;

import io.urania.cluster.variable.Scope;
import io.urania.cluster.variable.Variable;
import io.urania.cluster.variable.access.RootLoginType;
import io.urania.cluster.variable.access.SshdSettingsType;
import io.urania.cluster.variable.type.ScalarTypes;
import java.util.List;
import java.util.Map;

/** Who gets in to hosts, and how. */
public final class HostAccessVariables {
    private static final String SSHD =
            "every host: %s in /etc/ssh/sshd_config.d/00-urania.conf, or in lines at the beginning of /etc/ssh/sshd_config where that does not include the"
                    + " directory. sshd judges it before it is reloaded; without a new connection that confirms it, the host takes it back within 90 seconds."
                    + " Without any of sshd_permit_root_login, sshd_password_authentication and sshd_further_settings, the file stays as it is";

    public static final Variable<String> ROOT_LOGIN = variable("sshd_permit_root_login", RootLoginType.type())
            .scope(Scope.HOST)
            .means("whether root may log in by SSH")
            .does(SSHD.formatted("PermitRootLogin"))
            .unlessSet("as the host has it");

    public static final Variable<Boolean> PASSWORDS = variable("sshd_password_authentication", ScalarTypes.truth())
            .scope(Scope.HOST)
            .means("whether the SSH server accepts passwords")
            .does(
                    SSHD.formatted(
                            "PasswordAuthentication, and with false ChallengeResponseAuthentication (now called KbdInteractiveAuthentication) too,"))
            .unlessSet("as the host has it");

    public static final Variable<Map<String, String>> FURTHER = variable(
                    "sshd_further_settings", new SshdSettingsType())
            .scope(Scope.HOST)
            .means("other settings of the SSH server, by keyword")
            .does(SSHD.formatted(
                            "the lines, as sshd_config(5) has them, but for Match, Include, Port and ListenAddress,")
                    + ". An empty mapping alone takes Urania's lines away")
            .unlessSet("as the host has them");

    public static final List<Variable<?>> ALL = List.of(ROOT_LOGIN, PASSWORDS, FURTHER);

    private HostAccessVariables() {}
}
