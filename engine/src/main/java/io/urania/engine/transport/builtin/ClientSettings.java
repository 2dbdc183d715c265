package io.urania.engine.transport.builtin;

import io.urania.engine.transport.Target;
import io.urania.engine.transport.TransportException;
import io.urania.engine.transport.TransportException.Cause;
import io.urania.engine.transport.hostkey.KnownHosts;
import io.urania.engine.transport.openssh.SshOption;
import io.urania.engine.transport.openssh.SshOptionRule;
import io.urania.engine.transport.openssh.SshOptionRule.Treatment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the built-in client has to know of the way to a host.
 *
 * @param address host name or IP address to connect to
 * @param user login name, never empty
 * @param knownAs the name under which its key is looked up
 * @param identities private keys to offer, all of which exist
 */
record ClientSettings(String address, int port, String user, String knownAs, List<Path> identities) {

    private static final List<String> STANDARD_KEYS = List.of("id_ed25519", "id_ecdsa", "id_rsa");

    /** Options that change nothing for a client that keeps one connection open and asks nobody. */
    private static final Set<String> WITHOUT_EFFECT = Set.of(
            "addressfamily",
            "batchmode",
            "compression",
            "connectionattempts",
            "connecttimeout",
            "controlmaster",
            "controlpath",
            "controlpersist",
            "forwardagent",
            "forwardx11",
            "identitiesonly",
            "loglevel",
            "preferredauthentications",
            "requesttty",
            "serveralivecountmax",
            "serveraliveinterval",
            "tcpkeepalive");

    private static final Set<String> WITH_EFFECT =
            Set.of("hostname", "port", "user", "hostkeyalias", "identityfile", "proxyjump", "proxycommand");

    /**
     * Reads the words that an inventory has for ssh. The user's own configuration of ssh is not read: only ssh itself
     * understands all of it.
     *
     * @throws TransportException if a word asks for what only the ssh program can do
     */
    static ClientSettings of(Target target, Path home) throws TransportException {
        Map<String, String> settings = settings(target);
        for (String proxy : List.of("proxyjump", "proxycommand")) {
            if (!settings.getOrDefault(proxy, "none").equalsIgnoreCase("none")) {
                throw onlyTheProgram(target, "goes through " + settings.get(proxy));
            }
        }
        String address = settings.getOrDefault("hostname", target.address());
        // The inventory's own variables come last on ssh's command line, where the first mention counts.
        int port = port(target, settings.getOrDefault("port", Integer.toString(target.port())));
        String user = settings.getOrDefault("user", target.user());
        String alias = settings.getOrDefault("hostkeyalias", "");
        return new ClientSettings(
                address,
                port,
                user.isEmpty() ? System.getProperty("user.name") : user,
                alias.isEmpty() ? KnownHosts.nameOf(address, port) : alias,
                identities(target, settings, home));
    }

    private static List<Path> identities(Target target, Map<String, String> settings, Path home) {
        List<Path> files = new ArrayList<>();
        target.identity().ifPresent(files::add);
        if (settings.containsKey("identityfile")) {
            String file = settings.getOrDefault("identityfile", "");
            files.add(file.startsWith("~/") ? home.resolve(file.substring(2)) : Path.of(file));
        }
        if (files.isEmpty()) {
            STANDARD_KEYS.forEach(name -> files.add(home.resolve(".ssh").resolve(name)));
        }
        return files.stream()
                .filter(Files::isRegularFile)
                .filter(Files::isReadable)
                .toList();
    }

    private static int port(Target target, String text) throws TransportException {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException _) {
            throw onlyTheProgram(target, "has the port " + text);
        }
    }

    /** The options by name in lower case; the first mention counts. */
    private static Map<String, String> settings(Target target) throws TransportException {
        Map<String, String> settings = new TreeMap<>();
        for (SshOption option : SshOption.parse(target.options())) {
            SshOptionRule rule = SshOptionRule.of(option);
            if (!rule.isPassed() && rule.treatment() != Treatment.REFUSED) {
                continue; // the program does not get it either
            }
            if (WITH_EFFECT.contains(option.keyword())) {
                settings.putIfAbsent(option.keyword(), option.value());
            } else if (option.keyword().equals("-F")) {
                if (rule.treatment() != Treatment.PASSED) {
                    throw onlyTheProgram(target, "uses the configuration " + option.value());
                }
            } else if (!WITHOUT_EFFECT.contains(option.keyword())) {
                throw onlyTheProgram(target, "has the argument " + option.shown());
            }
        }
        return settings;
    }

    private static TransportException onlyTheProgram(Target target, String what) {
        return new TransportException(
                Cause.UNREACHABLE,
                target.where() + ": the connection " + what + ", which only ssh supports; install"
                        + " openssh-client, log in with a key instead of ansible_password, and remove"
                        + " ansible_connection; or change ansible_ssh_common_args");
    }
}
