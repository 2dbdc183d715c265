package io.urania.engine.transport.hostkey;

import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * Which names of hosts and users an inventory may give to ssh. People's own configurations of ssh put them into commands ({@code
 * ProxyCommand nc %h %p}) that a shell reads, and ssh itself does so for jump hosts.
 */
public final class SshNames {

    /**
     * What ssh refuses in names since OpenSSH 9.6 (valid_hostname and valid_ruser of its ssh.c, CVE-2023-51385); the program of an older
     * system does not.
     */
    private static final String REFUSED = "\\s\\x00-\\x1f\\x7f-\\x9f\\u2028\\u2029'`\"$;&<>|(){}";

    /** A regular expression of hosts: no word that ssh could take for an option, a user, a list or a URI. */
    public static final String HOST = "[^-" + REFUSED + ",@/\\\\][^" + REFUSED + ",@/\\\\]*";

    /** A regular expression of users: a backslash stands in names of Windows domains, and ends none. */
    public static final String USER = "[^-" + REFUSED + "\\\\](?:[^" + REFUSED + "]*[^" + REFUSED + "\\\\])?";

    /** What stands for one host in a file of known hosts: sshd(8), "SSH_KNOWN_HOSTS FILE FORMAT". */
    private static final Pattern KNOWN_AS =
            Pattern.compile("[A-Za-z0-9_:][A-Za-z0-9_.:%-]*|\\[[A-Za-z0-9_.:%-]+\\]:[0-9]{1,5}");

    private SshNames() {}

    /** Whether it is a name or address of a host and nothing else. */
    public static boolean isHost(String text) {
        return text.matches(HOST);
    }

    /** Whether it is the name of a user and nothing else. */
    public static boolean isUser(String text) {
        return text.matches(USER);
    }

    /** Whether it stands for one host in a file of known hosts: it is no pattern, no mark, and not several. */
    public static boolean isKnownAs(String text) {
        return KNOWN_AS.matcher(text).matches();
    }

    /** Whether it names hosts on the way, as ssh_config(5) writes them for ProxyJump. */
    public static boolean isJump(String text) {
        return Arrays.stream(text.split(",", -1)).allMatch(SshNames::isOneJump);
    }

    private static boolean isOneJump(String text) {
        String destination = text.startsWith("ssh://") ? text.substring("ssh://".length()) : text;
        int at = destination.lastIndexOf('@');
        return (at < 0 || isUser(destination.substring(0, at))) && isHost(destination.substring(at + 1));
    }
}
