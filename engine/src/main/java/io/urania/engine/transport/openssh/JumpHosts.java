package io.urania.engine.transport.openssh;

import io.urania.engine.shell.Shell;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hosts on the way to another one, as an inventory names them: ssh_config(5), ProxyJump. ssh starts itself for them without the options that it
 * was given, and asks at the terminal for what it wants to know: Urania starts it with its own instead.
 *
 * @param hosts in their order, the last one next to the host that is meant
 */
record JumpHosts(List<JumpHost> hosts) {

    /** In a list that {@link SshOptionRule} has let through. */
    private static final Pattern ONE = Pattern.compile(
            "(?:ssh://)?(?:(?<user>.*)@)?(?:\\[(?<address>[^\\]]*)\\]|(?<name>.*?))(?::(?<port>[0-9]+))?");

    JumpHosts {
        hosts = List.copyOf(hosts);
    }

    /** Those of a list with commas; nothing if it says that there are none. */
    static JumpHosts parse(String list) {
        return list.equalsIgnoreCase("none")
                ? new JumpHosts(List.of())
                : new JumpHosts(
                        Arrays.stream(list.split(",", -1)).map(JumpHosts::one).toList());
    }

    /** Those that the options of a host name: the first mention counts. */
    static JumpHosts of(List<SshOption> options) {
        return options.stream()
                .filter(option ->
                        option.keyword().equals("proxyjump") || option.keyword().equals("proxycommand"))
                .findFirst()
                .filter(option -> option.keyword().equals("proxyjump"))
                .map(option -> parse(option.value()))
                .orElse(new JumpHosts(List.of()));
    }

    private static JumpHost one(String text) {
        Matcher parts = ONE.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("'" + text + "' names no jump host");
        }
        Optional<String> port = Optional.ofNullable(parts.group("port"));
        String name = Optional.ofNullable(parts.group("address")).orElse(String.valueOf(parts.group("name")));
        String user = Optional.ofNullable(parts.group("user")).orElse("");
        // An IPv6 address without brackets has no port.
        return parts.group("address") == null && name.contains(":")
                ? new JumpHost(user, name + port.map(number -> ":" + number).orElse(""), Optional.empty())
                : new JumpHost(user, name, port);
    }

    /**
     * The value of ssh's ProxyCommand that leads through all of them; there is one.
     *
     * @param options words for each ssh on the way
     */
    String command(List<String> options) {
        JumpHost last = hosts.getLast();
        List<String> words = new ArrayList<>(List.of("ssh"));
        if (hosts.size() > 1) {
            JumpHosts before = new JumpHosts(hosts.subList(0, hosts.size() - 1));
            words.addAll(List.of("-o", "ProxyCommand=" + before.command(options), "-o", "ProxyUseFdpass=no"));
        }
        words.addAll(options);
        words.addAll(last.words());
        List<String> ending = List.of("--", last.name());
        return escaped(words) + " -W '[%h]:%p' " + escaped(ending);
    }

    /** The one that stands in messages of ssh under this name. */
    Optional<JumpHost> known(String name) {
        return hosts.stream().filter(host -> host.isKnownAs(name)).findFirst();
    }

    /** ssh reads {@code %} as the beginning of a token, before a shell reads the rest. */
    private static String escaped(List<String> words) {
        return Shell.words(words).replace("%", "%%");
    }

    /**
     * A host on the way.
     *
     * @param user empty for whom the configuration of ssh says
     */
    record JumpHost(String user, String name, Optional<String> port) {

        private List<String> words() {
            List<String> words = new ArrayList<>();
            if (!user.isEmpty()) {
                words.addAll(List.of("-l", user));
            }
            port.ifPresent(number -> words.addAll(List.of("-p", number)));
            return words;
        }

        private boolean isKnownAs(String text) {
            return text.equals(name)
                    || port.filter(number -> text.equals("[" + name + "]:" + number))
                            .isPresent();
        }

        /** The command that logs a person in. */
        String login() {
            List<String> words = new ArrayList<>(List.of("ssh"));
            words.addAll(words());
            words.add(name);
            return Shell.words(words);
        }
    }
}
