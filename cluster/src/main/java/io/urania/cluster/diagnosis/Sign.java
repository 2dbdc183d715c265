package io.urania.cluster.diagnosis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a program says when something keeps it from coming.
 *
 * @param stays whether it stays so until somebody mends it
 * @param expression an extended regular expression that means the same to grep
 */
record Sign(Cause cause, boolean stays, String expression) {

    /** All of them, the most telling first. */
    static List<Sign> all() {
        return Resources.text("signs.txt")
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(" ", 3))
                .map(words -> new Sign(Cause.valueOf(words[0]), words[1].equals("stays"), words[2]))
                .toList();
    }

    /** The expressions of those that stay, one a line: a list of patterns for grep. */
    static String thatStay() {
        return all().stream().filter(Sign::stays).map(Sign::expression).collect(Collectors.joining("\n"));
    }

    boolean isIn(String line) {
        return Pattern.compile(expression).matcher(line).find();
    }

    /** Texts beside this package. */
    static final class Resources {

        private Resources() {}

        static String text(String name) {
            try (InputStream stream = Sign.class.getResourceAsStream(name)) {
                if (stream == null) {
                    throw new IllegalArgumentException("there is no " + name);
                }
                return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
