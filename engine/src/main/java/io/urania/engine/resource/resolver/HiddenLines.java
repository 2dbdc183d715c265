package io.urania.engine.resource.resolver;

import java.util.stream.Collectors;

/** Servers of others in a file of the form of resolv.conf, hidden from whoever reads it, and shown again. */
final class HiddenLines {

    /** What stands before a line that is hidden. */
    static final String MARK = "#urania: ";

    private static final String SERVER = "nameserver";

    /** The same in shell, for a file whose path follows. */
    static final String COMMAND = "sed 's/^" + SERVER + "/" + MARK + "&/'";

    private HiddenLines() {}

    static String hide(String text) {
        return text.lines()
                .map(line -> (line.startsWith(SERVER) ? MARK + line : line) + "\n")
                .collect(Collectors.joining());
    }

    static boolean isIn(String text) {
        return text.lines().anyMatch(line -> line.startsWith(MARK + SERVER));
    }

    static String show(String text) {
        return isIn(text)
                ? text.lines()
                        .map(line -> (line.startsWith(MARK + SERVER) ? line.substring(MARK.length()) : line) + "\n")
                        .collect(Collectors.joining())
                : text;
    }
}
