package io.urania.cli.opening;

import io.urania.artifacts.Architecture;
import io.urania.artifacts.ArtifactException;
import io.urania.artifacts.bundle.Bundle;
import io.urania.artifacts.source.BundleContents;
import io.urania.cli.bundle.Bundles;
import io.urania.cli.failure.CommandFailure;
import io.urania.cli.progress.Displays;
import io.urania.cli.progress.Output;
import io.urania.cli.progress.Steps;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedSet;

/**
 * The bundle that hosts are installed from.
 *
 * @param needed what the inventory needs, on architectures that only hosts can tell
 * @param named the directory that the person named, in place of the cache's
 * @param output how to show that one is being made
 */
record BundleChoice(Bundles bundles, BundleContents needed, Optional<Path> named, Displays displays, Output output) {

    /** The one that will do, unless hosts turn out to be of another architecture; empty if none is there yet. */
    Optional<Bundle> likely() throws ArtifactException, CommandFailure {
        return named.isPresent() ? Optional.of(bundles.openLikely(named.get(), needed)) : bundles.likely(needed);
    }

    /**
     * The one for these architectures, made or filled up now if need be.
     *
     * @throws CommandFailure if the one that the person named is not for them
     */
    Bundle suiting(SortedSet<Architecture> architectures)
            throws ArtifactException, CommandFailure, InterruptedException {
        BundleContents contents = needed.on(architectures);
        if (named.isPresent()) {
            return bundles.open(named.get(), contents);
        }
        try (Steps steps = displays.steps(output)) {
            return bundles.suiting(contents, steps);
        }
    }
}
