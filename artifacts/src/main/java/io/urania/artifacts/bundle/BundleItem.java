package io.urania.artifacts.bundle;

import io.urania.artifacts.Architecture;
import java.nio.file.Path;

/** One thing in a bundle. */
public sealed interface BundleItem permits BundleFile, BundleImage {
    /** The name by which it is asked for: {@code kubelet}, {@code cni/bridge}, {@code kube-apiserver}. */
    String name();

    Architecture architecture();

    /** Where it lies on this machine. */
    Path path();

    /** The sum of the file at {@link #path}: 64 hexadecimal digits. */
    String sha256();

    /** Its size in bytes. */
    long size();

    /** The version of the program in it, as its project tags it. */
    String version();

    /** Where it came from, in words. */
    String source();
}
