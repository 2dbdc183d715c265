package io.urania.artifacts.bundle;

import io.urania.artifacts.Architecture;
import java.nio.file.Path;

/** A program that goes to a host as a file. */
public record BundleFile(
        String name, Architecture architecture, Path path, String sha256, long size, String version, String source)
        implements BundleItem {}
