package io.urania.inventory.pattern;

import io.urania.inventory.python.OperationException;
import io.urania.inventory.python.Work;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A regular expression as Python means it. Matching is bounded: an expression that backtracks without end is refused.
 *
 * @param names the numbers of the groups that have names
 */
public record PythonPattern(String written, Pattern java, Map<String, Integer> names) {
    /** Characters looked at; an expression that needs more for texts of this size backtracks without end. */
    private static final int MOST_LOOKS = 20_000_000;

    private static final int LOOKS_OF_A_COMPARISON = 4;

    /** Throws {@link OperationException} if it is wrong, or means something that Java cannot do. */
    public static PythonPattern compile(String written, boolean ignoreCase, boolean multiline) {
        return new PatternTranslator(written, ignoreCase, multiline).translate();
    }

    static PythonPattern of(String written, String java, int flags, Map<String, Integer> names) {
        try {
            return new PythonPattern(written, Pattern.compile(java, flags), Map.copyOf(names));
        } catch (PatternSyntaxException wrong) {
            throw new OperationException(
                    "'" + written + "' is not a valid regular expression", wrong.getDescription(), "");
        }
    }

    /** Matches a text; the matcher must not be used outside. */
    public <T> T match(String text, Function<Matcher, T> use) {
        Watched watched = new Watched(text);
        try {
            return use.apply(java.matcher(watched));
        } catch (StackOverflowError | EndlessException tooMuch) {
            throw new OperationException(
                    "the regular expression '" + written + "' takes too long for this text",
                    "it can match in too many ways",
                    "write it without nested repetitions");
        } finally {
            Work.spend(watched.looks / LOOKS_OF_A_COMPARISON);
        }
    }

    /** The number of a group, from its number or name. */
    public Optional<Integer> group(String numberOrName) {
        if (numberOrName.matches("[0-9]{1,4}")) {
            return Optional.of(Integer.parseInt(numberOrName))
                    .filter(number -> number <= java.matcher("").groupCount());
        }
        return Optional.ofNullable(names.get(numberOrName));
    }

    private static final class EndlessException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        EndlessException() {
            super(null, null, false, false);
        }
    }

    /** Counts how often the matcher looks at a character. */
    private static final class Watched implements CharSequence {
        private final String text;
        private int looks;

        Watched(String text) {
            this.text = text;
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            if (++looks > MOST_LOOKS) {
                throw new EndlessException();
            }
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
