package io.urania.artifacts.bundle;

import io.urania.artifacts.Architecture;
import java.nio.file.Path;

/**
 * A container image: an archive that {@code ctr -n k8s.io images import} takes.
 *
 * @param reference the name the archive carries, by which pods ask for it
 */
public record BundleImage(
        String name,
        String reference,
        Architecture architecture,
        Path path,
        String sha256,
        long size,
        String version,
        String source)
        implements BundleItem {}
