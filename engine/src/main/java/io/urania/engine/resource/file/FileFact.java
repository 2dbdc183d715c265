package io.urania.engine.resource.file;

/** What stands at a path. */
public sealed interface FileFact {

    /** Permission bits in octal, and nothing else. */
    private static String checked(String text) {
        if (!text.matches("[0-7]{1,4}")) {
            throw new IllegalArgumentException(text + " is not a file mode");
        }
        return text;
    }

    /** Nothing. */
    record Absent() implements FileFact {}

    /**
     * A directory.
     *
     * @param mode permission bits in octal, such as {@code 755}
     */
    record Folder(String mode, String owner) implements FileFact {

        public Folder {
            mode = checked(mode);
        }
    }

    /**
     * A regular file.
     *
     * @param mode permission bits in octal, such as {@code 644}
     * @param sha256 of its content; empty if it could not be read
     * @param modified time of the last change of its content, in milliseconds since 1970
     */
    record Regular(String mode, String owner, String sha256, long modified) implements FileFact {

        public Regular {
            mode = checked(mode);
        }
    }

    /** A link, device or socket. */
    record Other(String kind) implements FileFact {}
}
