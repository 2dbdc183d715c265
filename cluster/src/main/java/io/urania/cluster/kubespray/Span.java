package io.urania.cluster.kubespray;

import java.util.Optional;

/**
 * The releases of Kubespray that have a name.
 *
 * @param first the first of them that Urania knows of
 * @param last the last of them; {@link Release#DEVELOPMENT} if Kubespray still has the name
 */
public record Span(Release first, Release last) {

    public boolean isCurrent() {
        return last.equals(Release.DEVELOPMENT);
    }

    /** The release that dropped the name; empty if Kubespray still has it. */
    public Optional<Release> removedIn() {
        return isCurrent() ? Optional.empty() : Optional.of(last.next());
    }
}
