package io.urania.control.bundle;

import io.urania.artifacts.Architecture;
import io.urania.artifacts.ArtifactException;
import io.urania.artifacts.bundle.Bundle;
import io.urania.artifacts.source.BundleContents;
import io.urania.control.failure.Refusal;
import io.urania.control.port.Showing;
import io.urania.control.port.Steps;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedSet;

/**
 * The bundle that hosts are installed from.
 *
 * @param needed what the inventory needs, on architectures that only hosts can tell
 * @param named the directory that the person named, in place of the cache's
 * @param showing how to show that one is being made
 */
public record BundleChoice(Bundles bundles, BundleContents needed, Optional<Path> named, Showing showing) {

    /** The one that will do, unless hosts turn out to be of another architecture; empty if none is there yet. */
    public Optional<Bundle> likely() throws ArtifactException, Refusal {
        return named.isPresent() ? Optional.of(bundles.openLikely(named.get(), needed)) : bundles.likely(needed);
    }

    /**
     * The one for these architectures, made or filled up now if need be.
     *
     * @throws Refusal if the one that the person named is not for them
     */
    public Bundle suiting(SortedSet<Architecture> architectures)
            throws ArtifactException, Refusal, InterruptedException {
        BundleContents contents = needed.on(architectures);
        if (named.isPresent()) {
            return bundles.open(named.get(), contents);
        }
        try (Steps steps = showing.steps()) {
            return bundles.suiting(contents, steps);
        }
    }
}
