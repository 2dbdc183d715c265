package io.urania.engine.resource.address;

import io.urania.engine.resource.file.MarkedLines;
import io.urania.engine.resource.safeguard.PlannedFile;
import io.urania.engine.shell.Shell;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * ifupdown: Debian (interfaces(5)). The interface's own stanza is hidden where it stands, and Urania's is a file of the directory that the main one
 * reads, or the last lines of the main one where it reads none.
 */
record Interfaces() implements Keeper {

    private static final String FILE = "/etc/network/interfaces";
    private static final String DIRECTORY = "/etc/network/interfaces.d";
    private static final String MARK = "#urania: ";

    /** What Urania's stanza says in other words, or what only DHCP has. */
    private static final Set<String> REPLACED = Set.of(
            "address",
            "netmask",
            "network",
            "broadcast",
            "gateway",
            "dns-nameservers",
            "dns-nameserver",
            "hostname",
            "client",
            "leasehours",
            "leasetime");

    /** What it takes over. */
    private static final Set<String> TAKEN_OVER = Set.of("mtu", "metric", "dns-search", "dns-domain");

    private static final Set<String> BEGINNINGS = Set.of(
            "iface",
            "mapping",
            "auto",
            "source",
            "source-directory",
            "no-auto-down",
            "no-scripts",
            "rename",
            "template");

    @Override
    public String name() {
        return "ifupdown";
    }

    private static String own(String link) {
        return DIRECTORY + "/urania-" + link;
    }

    /** Whether the files have an address of an interface, or ask for one, without Urania. */
    static boolean has(AddressFact fact, String link) {
        return !options(fact, link).isEmpty();
    }

    @Override
    public boolean keeps(AddressFact fact, String link) {
        return has(fact, link);
    }

    @Override
    public Optional<String> refusal(AddressFact fact, String link) {
        for (List<String> stanza : options(fact, link)) {
            for (String line : stanza) {
                String option = words(line)[0];
                if (line.endsWith("\\")) {
                    return Optional.of("the lines of " + link + " in " + FILE + " go on in others");
                }
                if (!option.equals("iface") && !REPLACED.contains(option) && !TAKEN_OVER.contains(option)) {
                    return Optional.of("the lines of " + link + " in " + FILE + " have '" + option
                            + "', and say more than an address");
                }
            }
            String[] first = words(stanza.getFirst());
            if (first.length != 4 || !Set.of("dhcp", "static").contains(first[3])) {
                return Optional.of("the lines of " + link + " in " + FILE + " are neither of dhcp nor static");
            }
        }
        return Optional.empty();
    }

    @Override
    public List<PlannedFile> files(AddressFact fact, String link, AddressSettings settings) {
        Map<String, String> texts = others(fact, link);
        boolean isStarted = texts.values().stream().anyMatch(text -> starts(text, link));
        StringBuilder lines = new StringBuilder();
        if (!isStarted) {
            lines.append("auto ").append(link).append('\n');
        }
        lines.append("iface ").append(link).append(" inet static\n");
        option(lines, "address", settings.withPrefix());
        settings.gateway().ifPresent(gateway -> option(lines, "gateway", gateway));
        if (!settings.nameServers().isEmpty()) {
            option(lines, "dns-nameservers", String.join(" ", settings.nameServers()));
        }
        for (List<String> stanza : options(fact, link)) {
            stanza.stream()
                    .filter(line -> TAKEN_OVER.contains(words(line)[0]))
                    .forEach(line -> lines.append("    ").append(line.strip()).append('\n'));
        }
        boolean isRead = texts.getOrDefault(FILE, "").lines().anyMatch(Interfaces::readsDirectory);
        List<PlannedFile> files = new ArrayList<>();
        texts.forEach((path, text) -> {
            String hidden = hide(text, link);
            String whole = path.equals(FILE) && !isRead
                    ? MarkedLines.ended(hidden) + MarkedLines.block(lines.toString())
                    : hidden;
            files.add(new PlannedFile(path, "644", fact.text(path), Optional.of(whole)));
        });
        files.add(new PlannedFile(
                own(link), "644", fact.text(own(link)), isRead ? Optional.of(lines.toString()) : Optional.empty()));
        return files;
    }

    private static void option(StringBuilder lines, String name, String value) {
        lines.append("    ").append(name).append(' ').append(value).append('\n');
    }

    @Override
    public String leaving(String link) {
        // What it has started, as a client of DHCP, it ends by what its files say while it is running.
        return "ifdown " + Shell.quote(link) + " || :\n";
    }

    @Override
    public String entering(AddressFact fact, String link) {
        return "ifup " + Shell.quote(link) + "\n";
    }

    /** The files without Urania's lines, and with those shown that it has hidden. */
    private static Map<String, String> others(AddressFact fact, String link) {
        Map<String, String> texts = new TreeMap<>();
        fact.texts().forEach((path, text) -> {
            if (path.equals(FILE) || (path.startsWith(DIRECTORY + "/") && !path.equals(own(link)))) {
                texts.put(path, show(MarkedLines.in(text).others()));
            }
        });
        return texts;
    }

    /** The lines of each stanza that gives an interface an IPv4 address, without comments. */
    private static List<List<String>> options(AddressFact fact, String link) {
        List<List<String>> stanzas = new ArrayList<>();
        others(fact, link).values().forEach(text -> {
            boolean inside = false;
            for (String line : text.lines().toList()) {
                if (isBeginning(line)) {
                    inside = isOf(line, link);
                    if (inside) {
                        stanzas.add(new ArrayList<>());
                    }
                }
                if (inside && !isNothing(line)) {
                    stanzas.getLast().add(line);
                }
            }
        });
        return stanzas;
    }

    private static String hide(String text, String link) {
        StringBuilder hidden = new StringBuilder();
        boolean inside = false;
        for (String line : text.lines().toList()) {
            if (isBeginning(line)) {
                inside = isOf(line, link);
            }
            hidden.append(inside && !isNothing(line) ? MARK : "").append(line).append('\n');
        }
        return hidden.toString();
    }

    private static String show(String text) {
        StringBuilder shown = new StringBuilder();
        text.lines()
                .forEach(line -> shown.append(line.startsWith(MARK) ? line.substring(MARK.length()) : line)
                        .append('\n'));
        return shown.toString();
    }

    private static boolean isBeginning(String line) {
        String word = words(line)[0];
        return BEGINNINGS.contains(word) || word.startsWith("allow-");
    }

    private static boolean isOf(String line, String link) {
        String[] words = words(line);
        return words[0].equals("iface") && words.length >= 3 && words[1].equals(link) && words[2].equals("inet");
    }

    private static boolean starts(String text, String link) {
        return text.lines()
                .map(Interfaces::words)
                .anyMatch(words -> (words[0].equals("auto") || words[0].startsWith("allow-"))
                        && List.of(words).contains(link));
    }

    private static boolean readsDirectory(String line) {
        String[] words = words(line);
        return words.length == 2
                && ((words[0].equals("source") && words[1].equals(DIRECTORY + "/*"))
                        || (words[0].equals("source-directory")
                                && (words[1].equals(DIRECTORY) || words[1].equals(DIRECTORY + "/"))));
    }

    private static boolean isNothing(String line) {
        return line.isBlank() || line.strip().startsWith("#");
    }

    private static String[] words(String line) {
        return line.strip().split("\\s+", -1);
    }
}
