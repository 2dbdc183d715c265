package io.urania.cluster.variable.type;

import io.urania.engine.transport.Password;
import io.urania.engine.transport.Way;
import io.urania.engine.transport.hostkey.SshNames;
import java.util.Optional;

/** Types of what a connection needs. */
public final class ConnectionTypes {
    private ConnectionTypes() {}

    /** Where ssh connects to. */
    public static VariableType<String> address() {
        return ScalarTypes.matching("a host name or an IP address", SshNames.HOST, "192.168.1.11");
    }

    /** Whom ssh logs in; empty for whom its configuration says. */
    public static VariableType<String> user() {
        return ScalarTypes.matching("a login name", "(?:" + SshNames.USER + ")?", "pi");
    }

    /** Ansible's connection plugins, as far as there is something like them here. */
    public static VariableType<Way> way() {
        return ScalarTypes.parsed("ssh, paramiko or local", text -> switch (text) {
            case "ssh", "smart", "ansible.builtin.ssh" -> Optional.of(Way.SSH);
            case "paramiko", "paramiko_ssh", "ansible.builtin.paramiko_ssh", "libssh", "ansible.netcommon.libssh" ->
                Optional.of(Way.BUILT_IN);
            case "local", "ansible.builtin.local" -> Optional.of(Way.LOCAL);
            default -> Optional.empty();
        });
    }

    /** A password, whatever is in it; no message repeats it. */
    public static VariableType<Password> password() {
        return new SimpleType<>("text of one line", Shape.Text.ANY, value -> {
            String text = ScalarTypes.textOf(value, "a password");
            try {
                return Password.of(text);
            } catch (IllegalArgumentException _) {
                throw new UnfitValue("has line breaks", "a password must be one line", "write it without line breaks");
            }
        });
    }
}
