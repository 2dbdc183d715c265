package io.urania.artifacts.source;

import io.urania.artifacts.bundle.BundleManifest;
import io.urania.artifacts.upstream.UpstreamFiles;
import java.util.Optional;

/**
 * Compares what a manifest says of files that their projects publish with the sums that are known of these. Of programs out of archives, and
 * of such as were built, no sums are known.
 */
final class PublishedSums {
    private final UpstreamFiles published;

    PublishedSums(UpstreamFiles published) {
        this.published = published;
    }

    /** What is wrong, as a clause, with an entry that is told to be a file as it was published, if the sum of that is known and another one. */
    Optional<String> difference(Artifact.ProgramFile program, BundleManifest.Item item) {
        return program.publication()
                .map(place -> published.find(
                        place, program.project(), program.program(), program.version(), program.architecture()))
                .filter(file -> file.member().isEmpty())
                .filter(file -> item.source().contains(file.uri().toString()))
                .flatMap(file -> file.sha256())
                .filter(sum -> !sum.equals(item.sha256()))
                .map(sum -> "has sha256 " + item.sha256() + " in the manifest instead of " + sum
                        + ", which its project published");
    }
}
