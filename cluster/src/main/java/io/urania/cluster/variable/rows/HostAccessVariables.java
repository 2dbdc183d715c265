package io.urania.cluster.variable.rows;

import static io.urania.cluster.variable.Variable.variable;

import io.urania.cluster.spec.access.HostAddress;
import io.urania.cluster.value.Address;
import io.urania.cluster.value.Secret;
import io.urania.cluster.variable.Scope;
import io.urania.cluster.variable.Variable;
import io.urania.cluster.variable.access.HostAddressType;
import io.urania.cluster.variable.access.HostUsersType;
import io.urania.cluster.variable.access.PasswordHashType;
import io.urania.cluster.variable.access.RootLoginType;
import io.urania.cluster.variable.access.SshdSettingsType;
import io.urania.cluster.variable.type.ClusterTypes;
import io.urania.cluster.variable.type.ScalarTypes;
import io.urania.engine.resource.account.HostUser;
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

    public static final Variable<List<HostUser>> USERS = variable("host_users", new HostUsersType())
            .scope(Scope.HOST)
            .means("accounts of people on the host")
            .does(
                    "every host: accounts with a home directory; admin: true puts them into the group sudo or wheel and writes /etc/sudoers.d/urania-NAME,"
                            + " judged by visudo, without a password unless sudo is password; admin: false takes both away; authorized_keys are lines between"
                            + " Urania's markers in ~/.ssh/authorized_keys; password_hash, shell and uid as they say. An account that is no"
                            + " longer listed stays, without Urania's rule and keys; [] lists nobody. The account that Urania logs in with loses nothing")
            .unlessSet("accounts are not looked at");

    public static final Variable<Secret> ROOT_PASSWORD = variable("root_password_hash", new PasswordHashType())
            .scope(Scope.HOST)
            .means("the hash of root's password; '!' or '*' for no password")
            .does("every host: /etc/shadow, by chpasswd")
            .unlessSet("as the host has it");

    public static final Variable<HostAddress> STATIC_ADDRESS = variable("static_address", HostAddressType.type())
            .scope(Scope.HOST)
            .means("the address that the host has, to be kept without DHCP")
            .does(
                    "the host: whoever configures the interface is told: NetworkManager, netplan, systemd-networkd, dhcpcd or ifupdown; with nameservers. Without"
                            + " a new connection that confirms it, the host takes it back within 90 seconds. An address that the host does not have yet is"
                            + " refused. Without it, the host's configuration stays as it is")
            .unlessSet("as the host has it");

    public static final Variable<Address> STATIC_GATEWAY = variable("static_gateway", ClusterTypes.address())
            .scope(Scope.HOST)
            .means("the gateway of static_address")
            .does("as static_address")
            .unlessSet("none; refused if the host reaches everything by that interface");

    public static final List<Variable<?>> ALL =
            List.of(USERS, ROOT_PASSWORD, ROOT_LOGIN, PASSWORDS, FURTHER, STATIC_ADDRESS, STATIC_GATEWAY);

    private HostAccessVariables() {}
}
