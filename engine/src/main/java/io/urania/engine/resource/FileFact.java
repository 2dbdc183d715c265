package io.urania.engine.resource;

/** What stands at a path. */
public sealed interface FileFact {

    /** Nothing. */
    record Absent() implements FileFact {}

    /**
     * A directory.
     *
     * @param mode permission bits in octal, such as {@code 755}
     */
    record Folder(String mode, String owner) implements FileFact {}

    /**
     * A regular file.
     *
     * @param mode permission bits in octal, such as {@code 644}
     * @param modified time of the last change of its content, in milliseconds since 1970
     */
    record Regular(String mode, String owner, String sha256, long modified) implements FileFact {}

    /** A link, device or socket. */
    record Other(String kind) implements FileFact {}
}
