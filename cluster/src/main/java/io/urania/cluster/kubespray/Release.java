package io.urania.cluster.kubespray;

import java.util.Comparator;
import java.util.Optional;

/**
 * A release of Kubespray, 2.MINOR.
 *
 * @param minor from 11 on; {@link #DEVELOPMENT} is what comes after the newest release
 */
public record Release(int minor) implements Comparable<Release> {
    /** The oldest release whose names Urania knows. */
    public static final Release OLDEST = new Release(11);

    /** The newest release. */
    public static final Release NEWEST = new Release(31);

    /** Kubespray as it is developed, after the newest release. */
    public static final Release DEVELOPMENT = new Release(NEWEST.minor() + 1);

    private static final String DEVELOPMENT_WORD = "development";

    /** Reads {@code 2.15} or {@code development}. */
    public static Optional<Release> parse(String text) {
        if (text.equals(DEVELOPMENT_WORD)) {
            return Optional.of(DEVELOPMENT);
        }
        boolean known = text.startsWith("2.")
                && text.length() > 2
                && text.length() < 6
                && text.chars().skip(2).allMatch(character -> character >= '0' && character <= '9');
        return known ? Optional.of(new Release(Integer.parseInt(text.substring(2)))) : Optional.empty();
    }

    /** The release after this one. */
    public Release next() {
        return new Release(minor + 1);
    }

    @Override
    public int compareTo(Release other) {
        return Comparator.comparingInt(Release::minor).compare(this, other);
    }

    /** {@code 2.15}, or {@code development}. */
    @Override
    public String toString() {
        return equals(DEVELOPMENT) ? DEVELOPMENT_WORD : "2." + minor;
    }
}
