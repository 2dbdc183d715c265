package io.urania.inventory.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The way to name one or several hosts: {@code pi1}, {@code pi1:22}, {@code pi[01:10]}, {@code pi[a:f]}, {@code pi[0:20:5]}.
 * Follows Ansible's {@code expand_hostname_range}.
 *
 * @param names the hosts, ranges written out
 * @param port the port after the last colon
 */
record HostPattern(List<String> names, Optional<Integer> port) {
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final int MOST_HOSTS = 100_000;

    /** Throws IllegalArgumentException, with a message for the reader, if a range makes no sense. */
    static HostPattern parse(String pattern) {
        HostAddress address = HostAddress.parse(pattern);
        List<String> names = new ArrayList<>();
        expand(address.host(), names);
        return new HostPattern(List.copyOf(names), address.port());
    }

    private static void expand(String pattern, List<String> names) {
        int open = pattern.indexOf('[');
        int close = pattern.indexOf(']', open);
        if (open < 0) {
            names.add(pattern);
            return;
        }
        if (close < 0) {
            throw new IllegalArgumentException("the bracket is never closed");
        }
        String[] bounds = pattern.substring(open + 1, close).split(":", -1);
        if (bounds.length != 2 && bounds.length != 3) {
            throw new IllegalArgumentException("a host range is written [first:last] or [first:last:step]");
        }
        for (String element : range(bounds)) {
            expand(pattern.substring(0, open) + element + pattern.substring(close + 1), names);
            if (names.size() > MOST_HOSTS) {
                throw new IllegalArgumentException("the range has more than " + MOST_HOSTS + " hosts");
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
            throw new IllegalArgumentException("the step of a host range must be 1 or more");
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
}
