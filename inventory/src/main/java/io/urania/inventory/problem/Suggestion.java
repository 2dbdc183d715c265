package io.urania.inventory.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Finds the name a person probably meant. */
public final class Suggestion {
    /** What is longer is no name, and takes long to compare. */
    private static final int LONGEST_NAME = 200;

    /** Of what is shorter every other one is near. */
    private static final int SHORTEST_NAME = 4;

    private Suggestion() {}

    /** The known name nearest to {@code written}, if one is near enough that it may have been meant. */
    public static Optional<String> nearest(String written, Collection<String> known) {
        return nearest(written, known, Math.max(1, written.length() / 3));
    }

    /** The known name that {@code written} is but for a slip of the finger: at most two letters of at least eight, one of fewer. */
    public static Optional<String> misspelt(String written, Collection<String> known) {
        return nearest(written, known, written.length() < 8 ? 1 : 2);
    }

    /**
     * The known name of several words, with {@code _} between them, that reads like the same thing: each word is the other's, a slip away from
     * it, or short for it ({@code kube_version} for {@code kubernetes_version}).
     */
    public static Optional<String> alike(String written, Collection<String> known) {
        if (written.length() > LONGEST_NAME || written.length() < SHORTEST_NAME) {
            return Optional.empty();
        }
        List<String> words = List.of(written.split("_", -1));
        return known.stream()
                .filter(name -> !name.equals(written) && areAlike(words, List.of(name.split("_", -1))))
                .min(Comparator.<String>comparingInt(name -> distance(written, name))
                        .thenComparing(Comparator.naturalOrder()));
    }

    private static boolean areAlike(List<String> written, List<String> known) {
        return written.size() == known.size()
                && IntStream.range(0, written.size()).allMatch(index -> isAlike(written.get(index), known.get(index)));
    }

    private static boolean isAlike(String written, String known) {
        String shorter = written.length() < known.length() ? written : known;
        String longer = written.length() < known.length() ? known : written;
        int tolerated = shorter.length() < SHORTEST_NAME ? 0 : shorter.length() < 8 ? 1 : 2;
        return (shorter.length() >= SHORTEST_NAME && longer.startsWith(shorter))
                || (longer.length() - shorter.length() <= tolerated && distance(written, known) <= tolerated);
    }

    private static Optional<String> nearest(String written, Collection<String> known, int tolerated) {
        record Candidate(String name, int distance) {}
        if (written.length() > LONGEST_NAME) {
            return Optional.empty();
        }
        return known.stream()
                .filter(name -> Math.abs(name.length() - written.length()) <= tolerated)
                .map(name -> new Candidate(name, distance(written, name)))
                .filter(candidate -> candidate.distance() <= tolerated && candidate.distance() > 0)
                .min(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
                .map(Candidate::name);
    }

    /** {@code did you mean 'name'?}, or {@code otherwise} when no known name is near. */
    public static String didYouMean(String written, Collection<String> known, String otherwise) {
        return nearest(written, known)
                .map(name -> "did you mean '" + name + "'?")
                .orElse(otherwise);
    }

    /** Levenshtein's distance, where swapping two neighbours counts as one change (optimal string alignment). */
    static int distance(String left, String right) {
        int[] beforeLast = new int[right.length() + 1];
        int[] last = new int[right.length() + 1];
        for (int j = 0; j <= right.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            int[] current = new int[right.length() + 1];
            current[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                int change = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
                current[j] = Math.min(Math.min(current[j - 1], last[j]) + 1, last[j - 1] + change);
                if (i > 1
                        && j > 1
                        && left.charAt(i - 1) == right.charAt(j - 2)
                        && left.charAt(i - 2) == right.charAt(j - 1)) {
                    current[j] = Math.min(current[j], beforeLast[j - 2] + 1);
                }
            }
            beforeLast = last;
            last = current;
        }
        return last[right.length()];
    }
}
