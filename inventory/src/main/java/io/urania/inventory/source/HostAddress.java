package io.urania.inventory.source;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A host's name or address, and the port behind it: Ansible's {@code parse_address}, whose patterns these are. What fits none of them is
 * taken as it stands, port and all.
 */
record HostAddress(String host, Optional<Integer> port) {
    private static final int LONGEST = 512;
    private static final String NUMBERS = "\\[(?:[0-9]+:[0-9]+)(?::[0-9]+)?]";
    private static final String HEXADECIMALS = "\\[(?:[0-9a-f]+:[0-9a-f]+)(?::[0-9]+)?]";
    private static final String LETTERS_OR_NUMBERS = "\\[(?:[a-z]:[a-z]|[0-9]+:[0-9]+)(?::[0-9]+)?]";

    private static final Pattern BRACKETED_WITH_PORT = Pattern.compile("\\[(.+)]:([0-9]+)");
    private static final Pattern WITH_PORT = Pattern.compile("((?:[^:\\[\\]]|\\[[^]]*])*):([0-9]+)");
    private static final List<Pattern> HOSTS = List.of(ipv4(), ipv6(), name());

    static HostAddress parse(String written) {
        if (written.length() > LONGEST) {
            throw new IllegalArgumentException("a host name must not have more than " + LONGEST + " characters");
        }
        String address = written;
        Optional<Integer> port = Optional.empty();
        for (Pattern withPort : List.of(BRACKETED_WITH_PORT, WITH_PORT)) {
            Matcher matcher = withPort.matcher(address);
            if (matcher.matches()) {
                address = matcher.group(1);
                port = Optional.of(port(matcher.group(2)));
            }
        }
        String host = address;
        boolean known = HOSTS.stream().anyMatch(pattern -> pattern.matcher(host).matches());
        return known ? new HostAddress(host, port) : new HostAddress(written, Optional.empty());
    }

    private static int port(String digits) {
        String significant = digits.replaceFirst("^0+(?=.)", "");
        if (significant.length() > 5 || Integer.parseInt(significant) > 65_535) {
            throw new IllegalArgumentException("a port must be at most 65535");
        }
        return Integer.parseInt(significant);
    }

    private static Pattern ipv4() {
        String part = "(?:[01]?[0-9]{1,2}|2[0-4][0-9]|25[0-5]|" + NUMBERS + ")";
        return Pattern.compile("(?:" + part + "\\.){3}" + part);
    }

    private static Pattern ipv6() {
        String part = "(?:[0-9a-f]{1,4}|" + HEXADECIMALS + ")";
        String tail = "(?:" + part + "\\.){3}" + part;
        return Pattern.compile(
                String.join(
                        "|",
                        "(?:" + part + ":){7}" + part,
                        "(?:" + part + ":){1,6}:",
                        "(?:" + part + ":)(?::" + part + "){1,6}",
                        "(?:" + part + ":){2}(?::" + part + "){1,5}",
                        "(?:" + part + ":){3}(?::" + part + "){1,4}",
                        "(?:" + part + ":){4}(?::" + part + "){1,3}",
                        "(?:" + part + ":){5}(?::" + part + "){1,2}",
                        "(?:" + part + ":){6}(?::" + part + ")",
                        ":(?::" + part + "){1,6}",
                        part + "?::",
                        "(?:0:){6}" + tail,
                        "::(?:ffff:)?" + tail,
                        "(?:0:){5}ffff:" + tail),
                Pattern.CASE_INSENSITIVE);
    }

    private static Pattern name() {
        String label = "(?:\\w|" + LETTERS_OR_NUMBERS + ")(?:[\\w-]|" + LETTERS_OR_NUMBERS + ")*(?<![_-])";
        return Pattern.compile(
                label + "(?:\\." + label + ")*", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);
    }
}
