package io.urania.artifacts.image;

import java.nio.file.Path;

/** One entry of an image's layer. Paths have no leading slash. The owner is root, the time is the epoch. */
public sealed interface LayerEntry {
    /** Where it is in the image: {@code usr/sbin/nft}. */
    String path();

    /** A directory that everybody may read; with {@code shared} everybody may also write, as in {@code /tmp}. */
    record Directory(String path, boolean shared) implements LayerEntry {}

    /** A program or library: everybody may read and execute it. */
    record Program(String path, Path content) implements LayerEntry {}

    /**
     * A file that is no program, or a program with more rights.
     *
     * @param mode as in chmod: {@code 0644}
     */
    record Content(String path, Path content, int mode) implements LayerEntry {}

    /** A symbolic link. */
    record Link(String path, String target) implements LayerEntry {}
}
