package io.urania.inventory.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The way to name one or several hosts: {@code pi1}, {@code pi1:22}, {@code pi[01:10]}, {@code pi[a:f]}, {@code pi[0:20:5]}.
 * Follows Ansible's {@code expand_hostname_range} and {@code parse_address}.
 *
 * @param names the hosts, ranges written out
 * @param port the port after the last colon
 */
record HostPattern(List<String> names, Optional<Integer> port) {
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final int MOST_HOSTS = 100_000;

    /** Throws IllegalArgumentException, with a message for the reader, if a range makes no sense. */
    static HostPattern parse(String pattern) {
        String address = pattern;
        Optional<Integer> port = Optional.empty();
        int colon = pattern.lastIndexOf(':');
        if (colon > 0 && isPort(pattern.substring(colon + 1)) && colonsOutsideBrackets(pattern) == 1) {
            port = Optional.of(Integer.valueOf(pattern.substring(colon + 1)));
            address = pattern.substring(0, colon);
        }
        if (isBracketedAddress(address)) {
            return new HostPattern(List.of(address.substring(1, address.length() - 1)), port);
        }
        List<String> names = new ArrayList<>();
        expand(address, names);
        return new HostPattern(List.copyOf(names), port);
    }

    private static void expand(String pattern, List<String> names) {
        int open = pattern.indexOf('[');
        int close = pattern.indexOf(']', open);
        if (open < 0 || close < 0) {
            names.add(pattern);
            return;
        }
        String[] bounds = pattern.substring(open + 1, close).split(":", -1);
        if (bounds.length != 2 && bounds.length != 3) {
            throw new IllegalArgumentException("a host range is written [first:last] or [first:last:step]");
        }
        for (String element : range(bounds)) {
            expand(pattern.substring(0, open) + element + pattern.substring(close + 1), names);
            if (names.size() > MOST_HOSTS) {
                throw new IllegalArgumentException("the range names more than " + MOST_HOSTS + " hosts");
            }
        }
    }

    private static List<String> range(String[] bounds) {
        String first = bounds[0].isEmpty() ? "0" : bounds[0];
        String last = bounds[1];
        if (last.isEmpty()) {
            throw new IllegalArgumentException("the host range has no last element");
        }
        int step = bounds.length == 3 ? number(bounds[2]) : 1;
        if (step < 1) {
            throw new IllegalArgumentException("the step of a host range is 1 or more");
        }
        boolean letters =
                first.length() == 1 && last.length() == 1 && LETTERS.contains(first) && LETTERS.contains(last);
        boolean padded = first.length() > 1 && first.startsWith("0");
        if (padded && first.length() != last.length()) {
            throw new IllegalArgumentException("'" + first + "' and '" + last + "' have different lengths");
        }
        int from = letters ? LETTERS.indexOf(first) : number(first);
        int to = letters ? LETTERS.indexOf(last) : number(last);
        if (from > to) {
            throw new IllegalArgumentException("the range ends before it begins");
        }
        List<String> elements = new ArrayList<>();
        for (long i = from; i <= to && elements.size() <= MOST_HOSTS; i += step) {
            String plain = letters ? LETTERS.substring((int) i, (int) i + 1) : Long.toString(i);
            elements.add(padded ? "0".repeat(Math.max(0, first.length() - plain.length())) + plain : plain);
        }
        return elements;
    }

    private static int number(String digits) {
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException(
                    "'" + digits + "' in a host range is neither a number nor a letter", notANumber);
        }
    }

    private static boolean isPort(String text) {
        return !text.isEmpty() && text.length() <= 5 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static boolean isBracketedAddress(String address) {
        return address.startsWith("[")
                && address.endsWith("]")
                && address.chars().filter(c -> c == ':').count() > 2;
    }

    private static int colonsOutsideBrackets(String pattern) {
        int depth = 0;
        int colons = 0;
        for (int i = 0; i < pattern.length(); i++) {
            switch (pattern.charAt(i)) {
                case '[' -> depth++;
                case ']' -> depth--;
                case ':' -> colons += depth == 0 ? 1 : 0;
                default -> {}
            }
        }
        return colons;
    }
}
