package io.urania.engine.state;

import java.time.Instant;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * Names a run: eight characters that sort like the instants at which the runs began.
 *
 * <p>Seven digits of Crockford's base 32 (digits and small letters without i, l, o, u) count the seconds since 1970, until
 * the year 3058; the last one tells runs of the same second apart.
 */
public record RunId(String text) implements Comparable<RunId> {

    private static final String DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int SECONDS = 7;
    private static final Pattern FORM = Pattern.compile("[0-9a-hjkmnp-tv-z]{8}");

    /**
     * @throws IllegalArgumentException if the text is no run's name
     */
    public RunId {
        if (!isOne(text)) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a run: expected eight digits and lowercase letters");
        }
    }

    /** Whether a text is the name of a run. */
    static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }

    /** A name for a run that begins at an instant; whether it is free is for the caller to see. */
    public static RunId of(Instant instant, RandomGenerator random) {
        StringBuilder text = new StringBuilder();
        for (int digit = SECONDS - 1; digit >= 0; digit--) {
            text.append(DIGITS.charAt((int) (instant.getEpochSecond() >> (5 * digit)) & 31));
        }
        return new RunId(
                text.append(DIGITS.charAt(random.nextInt(DIGITS.length()))).toString());
    }

    @Override
    public int compareTo(RunId other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
