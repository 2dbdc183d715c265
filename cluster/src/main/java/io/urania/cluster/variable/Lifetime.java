package io.urania.cluster.variable;

import io.urania.artifacts.KubernetesVersion;

/**
 * The Kubernetes minor versions (of 1.x) in which a variable means something.
 *
 * @param since first of them; 0 for all older ones
 * @param until last of them; {@link Integer#MAX_VALUE} for all newer ones
 */
public record Lifetime(int since, int until) {
    /** Every version. */
    public static final Lifetime ALWAYS = new Lifetime(0, Integer.MAX_VALUE);

    public boolean contains(KubernetesVersion version) {
        return version.major() == 1 && version.minor() >= since && version.minor() <= until;
    }

    /** {@code from 1.24}, {@code until 1.24}, or nothing if it is every version. */
    @Override
    public String toString() {
        String from = since == 0 ? "" : "from 1." + since;
        String to = until == Integer.MAX_VALUE ? "" : "until 1." + until;
        return (from + " " + to).strip();
    }
}
