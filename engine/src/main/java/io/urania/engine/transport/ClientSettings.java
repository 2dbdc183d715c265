package io.urania.engine.transport;

import io.urania.engine.transport.TransportException.Cause;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
            "identitiesonly",
            "loglevel",
            "preferredauthentications",
            "serveralivecountmax",
            "serveraliveinterval",
            "stricthostkeychecking",
            "tcpkeepalive",
            "userknownhostsfile");

    private static final Set<String> WITH_EFFECT =
            Set.of("hostname", "port", "user", "hostkeyalias", "identityfile", "proxyjump", "proxycommand");

    private static final Set<String> FLAGS = Set.of("-4", "-6", "-A", "-a", "-C", "-q", "-T", "-v", "-x");

    /**
     * Reads the words that an inventory has for ssh. The user's own configuration of ssh is not read: only ssh itself
     * understands all of it.
     *
     * @throws TransportException if a word asks for what only the ssh program can do
     */
    static ClientSettings of(Target target, Path home) throws TransportException {
        Map<String, String> settings = settings(target);
        for (String proxy : List.of("proxyjump", "proxycommand")) {
            if (!settings.getOrDefault(proxy, "none").equals("none")) {
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
        return files.stream().filter(Files::isReadable).toList();
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
        List<String> words = target.options();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (FLAGS.contains(word)) {
                continue;
            }
            String letter = word.length() > 1 ? word.substring(0, 2) : word;
            String value = word.length() > 2 ? word.substring(2) : i + 1 < words.size() ? words.get(++i) : "";
            switch (letter) {
                case "-o" -> option(target, settings, value);
                case "-p" -> settings.putIfAbsent("port", value);
                case "-l" -> settings.putIfAbsent("user", value);
                case "-i" -> settings.putIfAbsent("identityfile", value);
                case "-J" -> settings.putIfAbsent("proxyjump", value);
                case "-F" -> {
                    if (!value.equals("none") && !value.equals("/dev/null")) {
                        throw onlyTheProgram(target, "uses the configuration " + value);
                    }
                }
                default -> throw onlyTheProgram(target, "has the argument " + word);
            }
        }
        return settings;
    }

    private static void option(Target target, Map<String, String> settings, String option) throws TransportException {
        String[] parts = option.strip().split("\\s*=\\s*|\\s+", 2);
        String name = parts[0].toLowerCase(Locale.ROOT);
        if (WITH_EFFECT.contains(name)) {
            settings.putIfAbsent(name, parts.length == 2 ? parts[1].strip() : "");
        } else if (!WITHOUT_EFFECT.contains(name)) {
            throw onlyTheProgram(target, "has the option " + parts[0]);
        }
    }

    private static TransportException onlyTheProgram(Target target, String what) {
        return new TransportException(
                Cause.UNREACHABLE,
                target.where() + ": the way there " + what + ", which only the program ssh can do; install"
                        + " openssh-client, log in with a key instead of ansible_password, and leave ansible_connection"
                        + " out; or change ansible_ssh_common_args");
    }
}
