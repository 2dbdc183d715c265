package io.urania.engine.transport.hostkey;

import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * Which names of hosts and users an inventory may give to ssh. People's own configurations of ssh put them into commands ({@code
 * ProxyCommand nc %h %p}) that a shell reads, and ssh itself does so for jump hosts: no character means anything to a shell, nor to a
 * pattern of files.
 */
public final class SshNames {

    private static final String PLAIN = "[\\p{L}\\p{M}\\p{N}_.:%][\\p{L}\\p{M}\\p{N}_.:%-]*";

    /** A regular expression of hosts: no word that ssh could take for an option, a user, a list or a URI. */
    public static final String HOST = "(?:" + PLAIN + "|\\[[0-9A-Fa-f:.]+(?:%[A-Za-z0-9_.-]+)?\\])";

    /** A regular expression of users: a backslash or a sign stands in names of Windows domains, and ends none. */
    public static final String USER =
            "[\\p{L}\\p{M}\\p{N}_.:%+](?:[\\p{L}\\p{M}\\p{N}_.:%+@\\\\-]*[\\p{L}\\p{M}\\p{N}_.:%+-])?";

    /** One host on the way, as ssh_config(5) writes it. */
    private static final Pattern JUMP =
            Pattern.compile("(?:ssh://)?(?:" + USER + "@)?(?:" + HOST + ")(?::[0-9]{1,5})?");

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
        return Arrays.stream(text.split(",", -1))
                .allMatch(jump -> JUMP.matcher(jump).matches());
    }
}
