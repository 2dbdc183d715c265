package io.urania.artifacts.component;

import io.urania.artifacts.KubernetesVersion;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Some minors of Kubernetes 1, one after the other.
 *
 * @param last {@link Integer#MAX_VALUE} for all that come
 */
record MinorRange(int first, int last) {
    static final MinorRange ALL = new MinorRange(0, Integer.MAX_VALUE);

    private static final Pattern FORM = Pattern.compile("1\\.(\\d{1,4})( -(?: 1\\.(\\d{1,4}))?)?");

    /** Reads {@code 1.21}, {@code 1.19 - 1.20} or {@code 1.21 -}. */
    static MinorRange parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    text + " is not a range of minor versions such as 1.19 - 1.20 or 1.21 -");
        }
        int first = Integer.parseInt(matcher.group(1));
        if (matcher.group(2) == null) {
            return new MinorRange(first, first);
        }
        return new MinorRange(first, matcher.group(3) == null ? Integer.MAX_VALUE : Integer.parseInt(matcher.group(3)));
    }

    boolean contains(KubernetesVersion version) {
        return version.major() == 1 && first <= version.minor() && version.minor() <= last;
    }
}
