package io.urania.inventory.problem;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something wrong with an inventory, told to the person who wrote it.
 *
 * @param severity whether it stops the work
 * @param position where; null if the problem has no place in a file, such as a file that does not exist
 * @param what what is wrong, as a phrase without a full stop
 * @param why the reason; may be empty where {@code what} says it all
 * @param remedy what to do next; may be empty
 */
public record Problem(Severity severity, @Nullable Position position, String what, String why, String remedy) {

    /** Messages quote what they are about, which may be of any length. */
    private static final int LONGEST_PART = 2000;

    public Problem {
        what = shortened(what);
        why = shortened(why);
        remedy = shortened(remedy);
    }

    /** An error. */
    public Problem(@Nullable Position position, String what, String why, String remedy) {
        this(Severity.ERROR, position, what, why, remedy);
    }

    public static Problem error(@Nullable Position position, String what, String why, String remedy) {
        return new Problem(Severity.ERROR, position, what, why, remedy);
    }

    public static Problem warning(@Nullable Position position, String what, String why, String remedy) {
        return new Problem(Severity.WARNING, position, what, why, remedy);
    }

    public static Problem note(@Nullable Position position, String what, String why, String remedy) {
        return new Problem(Severity.NOTE, position, what, why, remedy);
    }

    private static String shortened(String part) {
        return part.length() <= LONGEST_PART
                ? part
                : part.substring(0, LONGEST_PART / 2) + " … " + part.substring(part.length() - LONGEST_PART / 2);
    }

    /** {@code file:line:column: what; why; what to do}, on one line. */
    @Override
    public String toString() {
        String sentence =
                Stream.of(what, why, remedy).filter(part -> !part.isEmpty()).collect(Collectors.joining("; "));
        return position == null ? sentence : position + ": " + sentence;
    }
}
