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

    /** The sum that an entry has to have, if it is told to be a file as it was published, and its sum is known; else that of the entry. */
    String expected(Artifact.ProgramFile program, BundleManifest.Item item) {
        return published
                .find(program.project(), program.program(), program.version(), program.architecture())
                .filter(file -> file.member().isEmpty())
                .filter(file -> item.source().contains(file.uri().toString()))
                .flatMap(file -> file.sha256())
                .orElse(item.sha256());
    }

    /** What is wrong with an entry, if anything is. */
    Optional<String> difference(Artifact.ProgramFile program, BundleManifest.Item item) {
        String expected = expected(program, item);
        return expected.equals(item.sha256())
                ? Optional.empty()
                : Optional.of(item.path() + " has sha256 " + item.sha256() + " in the manifest instead of " + expected
                        + ", which its project published");
    }
}
