package io.urania.lab.layout;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much memory a host has, where somebody said so.
 *
 * @param mebibytes at least 1
 */
public record Memory(int mebibytes) {
    /** As {@code MemoryMax=} takes them, see systemd.resource-control(5): units of 1024. Six digits are a petabyte. */
    private static final Pattern WORD = Pattern.compile("(\\d{1,6})([mMgG])");

    private static final int MEBIBYTES_PER_GIBIBYTE = 1024;

    public Memory {
        if (mebibytes < 1) {
            throw new IllegalArgumentException("not an amount of memory: " + mebibytes);
        }
    }

    /** The amount that {@code 924m}, {@code 924M}, {@code 2g} or {@code 2G} says; empty for any other word, and for zero. */
    public static Optional<Memory> parse(String word) {
        Matcher matcher = WORD.matcher(word);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int number = Integer.parseInt(matcher.group(1));
        int unit = matcher.group(2).toLowerCase(Locale.ROOT).equals("g") ? MEBIBYTES_PER_GIBIBYTE : 1;
        return number == 0 ? Optional.empty() : Optional.of(new Memory(number * unit));
    }

    public long bytes() {
        return (long) mebibytes << 20;
    }

    public long kibibytes() {
        return (long) mebibytes << 10;
    }

    /** {@code 924M}. */
    public String label() {
        return mebibytes + "M";
    }

    @Override
    public String toString() {
        return label();
    }
}
