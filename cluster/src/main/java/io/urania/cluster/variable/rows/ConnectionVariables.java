package io.urania.cluster.variable.rows;

import static io.urania.cluster.variable.Variable.ignored;
import static io.urania.cluster.variable.Variable.variable;

import io.urania.cluster.value.Address;
import io.urania.cluster.variable.Effect.Reason;
import io.urania.cluster.variable.Scope;
import io.urania.cluster.variable.Variable;
import io.urania.cluster.variable.type.ChoiceTypes;
import io.urania.cluster.variable.type.ClusterTypes;
import io.urania.cluster.variable.type.CollectionTypes;
import io.urania.cluster.variable.type.ConnectionTypes;
import io.urania.cluster.variable.type.PathTypes;
import io.urania.cluster.variable.type.ScalarTypes;
import io.urania.engine.transport.Password;
import io.urania.engine.transport.Way;
import io.urania.inventory.value.Value;
import java.util.List;

/** How hosts are reached, and their addresses. */
public final class ConnectionVariables {
    private static final String OWN_SSH = "Urania keeps one connection per host open, and sends its queries together";

    private static final String OWN_SUDO = "Urania runs sudo from the host's PATH with its own flags";
    private static final String OWN_SHELL = "Urania's scripts run in the host's /bin/sh, whatever the login shell is";

    public static final Variable<String> HOST = variable("ansible_host", ConnectionTypes.address())
            .alsoNamed("ansible_ssh_host")
            .scope(Scope.HOST)
            .means("name or address to connect to")
            .does("SSH connection; the host's address inside the rack too, unless ip is set")
            .unlessSet("the host's name");

    public static final Variable<Integer> PORT = variable("ansible_port", ScalarTypes.port())
            .alsoNamed("ansible_ssh_port")
            .scope(Scope.HOST)
            .means("TCP port of the SSH server")
            .does("SSH connection")
            .otherwise(22);

    public static final Variable<String> USER = variable("ansible_user", ConnectionTypes.user())
            .alsoNamed("ansible_ssh_user")
            .scope(Scope.HOST)
            .means("login name")
            .does("SSH connection")
            .otherwise("", "from the SSH configuration");

    public static final Variable<String> PRIVATE_KEY_FILE = variable(
                    "ansible_ssh_private_key_file", PathTypes.localFile())
            .alsoNamed("ansible_private_key_file")
            .scope(Scope.HOST)
            .means("private key to log in with")
            .does(
                    "SSH connection; ~ is the home directory of the user who runs Urania, a relative path starts in the working directory")
            .unlessSet("from the SSH configuration");

    public static final Variable<List<String>> ARGUMENTS = variable("ansible_ssh_args", CollectionTypes.shellWords())
            .scope(Scope.HOST)
            .means("arguments of ssh")
            .does("SSH connection, before those of ansible_ssh_common_args; Urania keeps connections open by itself")
            .otherwise(List.of(), "none");

    public static final Variable<List<String>> COMMON_ARGUMENTS = variable(
                    "ansible_ssh_common_args", CollectionTypes.shellWords())
            .scope(Scope.HOST)
            .means("additional arguments of ssh")
            .does("SSH connection, split into words as a shell does")
            .otherwise(List.of(), "none");

    public static final Variable<List<String>> EXTRA_ARGUMENTS = variable(
                    "ansible_ssh_extra_args", CollectionTypes.shellWords())
            .scope(Scope.HOST)
            .means("more additional arguments of ssh")
            .does("SSH connection, after those of ansible_ssh_common_args")
            .otherwise(List.of(), "none");

    public static final Variable<Boolean> BECOME = variable("ansible_become", ScalarTypes.truth())
            .scope(Scope.HOST)
            .means("whether commands run through sudo")
            .does("commands on the host run through sudo; requiretty is supported")
            .otherwise(false);

    public static final Variable<String> BECOME_USER = variable(
                    "ansible_become_user",
                    ChoiceTypes.only(ScalarTypes.line(), "root", "only root can set up a cluster"))
            .scope(Scope.HOST)
            .means("user that sudo switches to")
            .ignored(Reason.ALWAYS, "always root; other users are refused")
            .otherwise("root");

    public static final Variable<String> BECOME_METHOD = variable(
                    "ansible_become_method", ChoiceTypes.only(ScalarTypes.line(), "sudo", "Urania supports only sudo"))
            .scope(Scope.HOST)
            .means("privilege escalation method")
            .ignored(Reason.ALWAYS, "always sudo; other methods are refused")
            .otherwise("sudo");

    public static final Variable<Way> CONNECTION = variable("ansible_connection", ConnectionTypes.way())
            .scope(Scope.HOST)
            .means("connection type")
            .does("ssh: the ssh program, or Urania's own client if ssh is missing or a password is set;"
                    + " paramiko: Urania's own client; local: the host is this machine")
            .otherwise(Way.SSH, "ssh");

    public static final Variable<Password> LOGIN_PASSWORD = variable("ansible_password", ConnectionTypes.password())
            .alsoNamed("ansible_ssh_password", "ansible_ssh_pass")
            .scope(Scope.HOST)
            .means("login password")
            .does("SSH connection, with Urania's own client; keys are tried first")
            .unlessSet("none: SSH keys");

    public static final Variable<Password> BECOME_PASSWORD = variable(
                    "ansible_become_password", ConnectionTypes.password())
            .alsoNamed("ansible_become_pass", "ansible_sudo_pass")
            .scope(Scope.HOST)
            .means("password for sudo")
            .does("passed to sudo on standard input if sudo asks for it")
            .unlessSet("what --ask-become-pass asks for, otherwise none");

    public static final Variable<Address> IP = variable("ip", ClusterTypes.address())
            .scope(Scope.HOST)
            .means("the host's own address inside the rack")
            .does("every host: address that etcd, API server, kubelet and HAProxy listen on or report; /etc/hosts")
            .unlessSet("ansible_host if that is an address, otherwise what its name resolves to");

    public static final Variable<Address> ACCESS_IP = variable("access_ip", ClusterTypes.address())
            .scope(Scope.HOST)
            .means("address where other hosts reach this host")
            .does("etcd's advertised URLs, HAProxy's servers, /etc/hosts")
            .unlessSet("ip");

    public static final Variable<Address> IP6 = variable("ip6", ClusterTypes.address())
            .scope(Scope.HOST)
            .means("the host's own IPv6 address inside the rack")
            .does(
                    "with ipv6_stack: address of the node, and the API server's certificate; without ipv4_stack: what ip is otherwise")
            .unlessSet("ansible_host if that is an IPv6 address, otherwise what its name resolves to");

    public static final Variable<Address> ACCESS_IP6 = variable("access_ip6", ClusterTypes.address())
            .scope(Scope.HOST)
            .means("IPv6 address where other hosts reach this host")
            .does("without ipv4_stack: what access_ip is otherwise; hosts with both families reach each other by IPv4")
            .unlessSet("ip6");

    public static final List<Variable<?>> ALL = List.of(
            HOST,
            PORT,
            USER,
            PRIVATE_KEY_FILE,
            ARGUMENTS,
            COMMON_ARGUMENTS,
            EXTRA_ARGUMENTS,
            BECOME,
            BECOME_USER,
            BECOME_METHOD,
            CONNECTION,
            LOGIN_PASSWORD,
            BECOME_PASSWORD,
            IP,
            ACCESS_IP,
            IP6,
            ACCESS_IP6,
            python("ansible_python_interpreter"),
            ignored(
                    "ansible_remote_tmp",
                    "where Ansible puts its modules on hosts",
                    Reason.ANSIBLE,
                    "nothing is copied to hosts to be run from there"),
            ignored("ansible_ssh_pipelining", "Ansible's pipelining", Reason.ANSIBLE, OWN_SSH),
            ignored("ansible_pipelining", "Ansible's pipelining", Reason.ANSIBLE, OWN_SSH),
            ignored("ansible_ssh_retries", "connection attempts", Reason.ANSIBLE, OWN_SSH),
            ssh("ansible_timeout", "seconds that a connection may take"),
            ssh("ansible_ssh_timeout", "seconds that a connection may take"),
            ssh("ansible_ssh_executable", "the program ssh"),
            ssh("ansible_ssh_use_tty", "a terminal on the host"),
            ssh("ansible_ssh_transfer_method", "how files are copied"),
            ssh("ansible_scp_if_ssh", "how files are copied"),
            ssh("ansible_scp_extra_args", "arguments of scp"),
            ssh("ansible_sftp_extra_args", "arguments of sftp"),
            ssh("ansible_control_path", "socket of an open connection"),
            ssh("ansible_control_path_dir", "directory of the sockets of open connections"),
            ssh("ansible_host_key_checking", "whether host keys are checked"),
            ssh("ansible_ssh_host_key_checking", "whether host keys are checked"),
            ignored("ansible_become_flags", "flags of sudo", Reason.ALWAYS, OWN_SUDO),
            ignored("ansible_become_exe", "the program sudo", Reason.ALWAYS, OWN_SUDO),
            ignored("ansible_shell_type", "the shell of the host", Reason.ALWAYS, OWN_SHELL),
            ignored("ansible_shell_executable", "the shell of the host", Reason.ALWAYS, OWN_SHELL));

    private ConnectionVariables() {}

    private static Variable<Value> ssh(String name, String meaning) {
        return ignored(
                name,
                meaning,
                Reason.ALWAYS,
                "Urania runs ssh from PATH in its own way: it always checks host keys, needs neither scp nor sftp, and its connections"
                        + " have time-outs of their own");
    }

    private static Variable<Value> python(String name) {
        return ignored(name, "Python interpreter for Ansible's modules", Reason.ANSIBLE, "hosts need no Python");
    }
}
