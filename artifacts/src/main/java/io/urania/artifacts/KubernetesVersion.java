package io.urania.artifacts;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A released version of Kubernetes, such as v1.36.3. */
public record KubernetesVersion(int major, int minor, int patch) implements Comparable<KubernetesVersion> {
    private static final Pattern FORM = Pattern.compile("v?(\\d{1,4})\\.(\\d{1,4})\\.(\\d{1,4})");
    private static final Comparator<KubernetesVersion> ORDER = Comparator.comparingInt(KubernetesVersion::major)
            .thenComparingInt(KubernetesVersion::minor)
            .thenComparingInt(KubernetesVersion::patch);

    public KubernetesVersion {
        if (major < 0 || minor < 0 || patch < 0) {
            throw new IllegalArgumentException("a version has no negative part");
        }
    }

    /**
     * Reads {@code v1.36.3} or {@code 1.36.3}. A whole version is wanted: {@code latest} or {@code 1.36} mean something
     * else tomorrow.
     */
    public static KubernetesVersion parse(String text) throws ArtifactException {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            throw new ArtifactException(
                    "\"" + text + "\" is not a Kubernetes version",
                    "a version has three numbers, and a name such as \"latest\" would mean another version tomorrow",
                    "write it as v1.36.3");
        }
        return new KubernetesVersion(
                Integer.parseInt(matcher.group(1)),
                Integer.parseInt(matcher.group(2)),
                Integer.parseInt(matcher.group(3)));
    }

    /** The minor version by which the version table is ordered: {@code 1.36}. */
    public String minorName() {
        return major + "." + minor;
    }

    /** Without the leading v, as Debian and most file names want it: {@code 1.36.3}. */
    public String plain() {
        return major + "." + minor + "." + patch;
    }

    @Override
    public int compareTo(KubernetesVersion other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return "v" + plain();
    }
}
