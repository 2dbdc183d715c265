package io.urania.cluster.diagnosis;

import io.urania.engine.text.ResourceText;
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
        return ResourceText.beside(Sign.class, "signs.txt")
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
}
