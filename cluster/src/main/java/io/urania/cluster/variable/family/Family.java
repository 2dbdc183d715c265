package io.urania.cluster.variable.family;

import io.urania.cluster.variable.Effect.Reason;
import java.util.List;

/**
 * Variables of Kubespray's that have no effect for one and the same reason.
 *
 * @param patterns names, in which one {@code *} stands for any letters
 * @param meaning what they are about, as a phrase
 * @param reason why they have no effect
 * @param explanation the same in one sentence
 */
public record Family(List<String> patterns, String meaning, Reason reason, String explanation) {
    private static final int EXACTLY = 1_000;

    public static Family family(Reason reason, String patterns, String meaning, String explanation) {
        return new Family(List.of(patterns.split("\\s+")), meaning, reason, explanation);
    }

    /** How well a name fits: the letters that the best pattern has in common with it, more for the whole name; 0 if none fits. */
    int fit(String name) {
        return patterns.stream().mapToInt(pattern -> fit(pattern, name)).max().orElse(0);
    }

    private static int fit(String pattern, String name) {
        int star = pattern.indexOf('*');
        if (star < 0) {
            return pattern.equals(name) ? EXACTLY + name.length() : 0;
        }
        String before = pattern.substring(0, star);
        String after = pattern.substring(star + 1);
        boolean fits = name.length() >= pattern.length() - 1 && name.startsWith(before) && name.endsWith(after);
        return fits ? pattern.length() - 1 : 0;
    }
}
