package io.urania.engine.transport.openssh;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One option of ssh's command line, as ssh itself takes it apart: ssh(1) and getopt(3), so {@code -Co Port=2} are two.
 *
 * @param keyword as in ssh_config(5), in lower case, for a flag that has one too; else the flag, as {@code -F}; empty for a word that is
 *     no option
 * @param value empty if there is none
 * @param words how it is written on a command line, apart from all others
 */
public record SshOption(String keyword, String value, List<String> words) {

    /** Flags with a value: ssh(1), "SYNOPSIS"; some versions have {@code -P} without one. */
    private static final String WITH_VALUE = "BDEFIJLOPQRSWbceilmopw";

    private static final Map<Character, String> KEYWORDS = Map.ofEntries(
            Map.entry('4', "addressfamily=inet"),
            Map.entry('6', "addressfamily=inet6"),
            Map.entry('A', "forwardagent=yes"),
            Map.entry('a', "forwardagent=no"),
            Map.entry('B', "bindinterface"),
            Map.entry('b', "bindaddress"),
            Map.entry('C', "compression=yes"),
            Map.entry('c', "ciphers"),
            Map.entry('D', "dynamicforward"),
            Map.entry('e', "escapechar"),
            Map.entry('f', "forkafterauthentication=yes"),
            Map.entry('g', "gatewayports=yes"),
            Map.entry('I', "pkcs11provider"),
            Map.entry('i', "identityfile"),
            Map.entry('J', "proxyjump"),
            Map.entry('K', "gssapidelegatecredentials=yes"),
            Map.entry('k', "gssapidelegatecredentials=no"),
            Map.entry('L', "localforward"),
            Map.entry('l', "user"),
            Map.entry('M', "controlmaster=yes"),
            Map.entry('m', "macs"),
            Map.entry('N', "sessiontype=none"),
            Map.entry('n', "stdinnull=yes"),
            Map.entry('p', "port"),
            Map.entry('q', "loglevel=QUIET"),
            Map.entry('R', "remoteforward"),
            Map.entry('S', "controlpath"),
            Map.entry('s', "sessiontype=subsystem"),
            Map.entry('T', "requesttty=no"),
            Map.entry('t', "requesttty=yes"),
            Map.entry('v', "loglevel=VERBOSE"),
            Map.entry('w', "tunneldevice"),
            Map.entry('X', "forwardx11=yes"),
            Map.entry('x', "forwardx11=no"),
            Map.entry('Y', "forwardx11trusted=yes"));

    /** {@code Keyword value} or {@code Keyword=value}: ssh_config(5), which takes spaces around the sign. */
    private static final Pattern SETTING =
            Pattern.compile("\\s*([A-Za-z][A-Za-z0-9]*)(?:\\s*=\\s*|\\s+)(.*)", Pattern.DOTALL);

    public SshOption {
        words = List.copyOf(words);
    }

    /** Takes the words of a command line apart, in their order. Nothing is judged here. */
    public static List<SshOption> parse(List<String> words) {
        List<SshOption> options = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (!word.startsWith("-") || word.equals("-") || word.startsWith("--")) {
                options.add(new SshOption("", word, List.of(word)));
                continue;
            }
            int at = 1;
            while (at < word.length() && WITH_VALUE.indexOf(word.charAt(at)) < 0) {
                options.add(flag(word.charAt(at++)));
            }
            if (at < word.length()) {
                boolean attached = at + 1 < word.length();
                boolean missing = !attached && i + 1 == words.size();
                options.add(
                        withValue(word.charAt(at), attached ? word.substring(at + 1) : missing ? "" : words.get(++i)));
            }
        }
        return options;
    }

    private static SshOption flag(char letter) {
        String[] meaning = KEYWORDS.getOrDefault(letter, "-" + letter).split("=", 2);
        return new SshOption(meaning[0], meaning.length == 2 ? meaning[1] : "", List.of("-" + letter));
    }

    private static SshOption withValue(char letter, String value) {
        String flag = "-" + letter;
        if (letter == 'o') {
            Matcher setting = SETTING.matcher(value);
            return setting.matches()
                    ? new SshOption(
                            setting.group(1).toLowerCase(Locale.ROOT),
                            setting.group(2).strip(),
                            List.of(
                                    flag,
                                    setting.group(1) + "=" + setting.group(2).strip()))
                    : new SshOption(flag, value, List.of(flag, value));
        }
        return new SshOption(KEYWORDS.getOrDefault(letter, flag), value, List.of(flag, value));
    }

    /** How people know it: {@code -o GlobalKnownHostsFile}, {@code -S}. */
    public String shown() {
        return words.size() == 2 && words.getFirst().equals("-o")
                ? "-o " + words.getLast().split("[=\\s]", 2)[0]
                : words.getFirst();
    }

    /** Whether its value says that there is none of it: for programs, libraries and files, whose names are all others. */
    public boolean isNone() {
        return value.equalsIgnoreCase("none");
    }

    /** Whether its value is that of a switch that is off: ssh_config(5); other words may be names, as for ForwardAgent. */
    public boolean isOff() {
        return value.equalsIgnoreCase("no") || value.equalsIgnoreCase("false");
    }
}
