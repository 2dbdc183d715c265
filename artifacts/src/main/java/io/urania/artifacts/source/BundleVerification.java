package io.urania.artifacts.source;

import io.urania.artifacts.ArtifactException;
import io.urania.artifacts.bundle.Bundle;
import io.urania.artifacts.bundle.BundleManifest;
import io.urania.artifacts.bundle.Differences;
import io.urania.artifacts.upstream.UpstreamFiles;
import io.urania.artifacts.version.VersionTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a bundle is what it should be. Damage is told apart from forgery: what differs from the manifest is damaged; a manifest that is not
 * the expected one, or does not name what its components need, was made by somebody else or for something else.
 */
public final class BundleVerification {
    private final VersionTable versions;
    private final PublishedSums published;

    public BundleVerification(VersionTable versions, UpstreamFiles published) {
        this.versions = versions;
        this.published = new PublishedSums(published);
    }

    /**
     * Reads every byte of the bundle.
     *
     * @param manifestSha256 the sum that its manifest should have, if the person knows it
     * @throws ArtifactException with all that is wrong
     */
    public void verify(Bundle bundle, Optional<String> manifestSha256) throws ArtifactException, IOException {
        String sum = bundle.manifestSha256();
        if (!manifestSha256.orElse(sum).equalsIgnoreCase(sum)) {
            throw new ArtifactException(
                    "the bundle " + bundle.directory() + " is not the expected one",
                    "the sha256 of its " + BundleManifest.FILE_NAME + " is " + sum + " instead of "
                            + manifestSha256.get(),
                    "get it again from whoever gave you the checksum; do not install from this one");
        }
        Differences differences = new Differences();
        compare(bundle, differences);
        bundle.strays().forEach(path -> differences.add(path, "is not in the manifest"));
        if (!differences.isEmpty()) {
            throw new ArtifactException(
                    "the bundle " + bundle.directory() + " is not what this version of Urania creates for Kubernetes "
                            + bundle.kubernetes(),
                    differences.text(),
                    "it was changed later, or created by another version: recreate it with: urania bundle" + " create");
        }
        bundle.verify();
    }

    private void compare(Bundle bundle, Differences differences) throws ArtifactException {
        Set<BundleManifest.Item> expected = new HashSet<>();
        for (Artifact artifact : BundleContents.of(bundle).artifacts(versions)) {
            BundleContents.find(bundle.manifest(), artifact)
                    .ifPresentOrElse(
                            item -> {
                                expected.add(item);
                                if (artifact instanceof Artifact.ProgramFile program) {
                                    published
                                            .difference(program, item)
                                            .ifPresent(difference -> differences.add(item.path(), difference));
                                }
                            },
                            () -> differences.add(artifact.toString(), "is missing"));
        }
        for (BundleManifest.Item item : items(bundle.manifest())) {
            if (!expected.contains(item)) {
                differences.add(item.path(), "is not needed by its components");
            }
        }
    }

    private static List<BundleManifest.Item> items(BundleManifest manifest) {
        List<BundleManifest.Item> items = new ArrayList<>(manifest.files());
        items.addAll(manifest.images());
        return items;
    }
}
