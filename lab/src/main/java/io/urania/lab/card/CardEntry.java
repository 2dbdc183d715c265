package io.urania.lab.card;

import java.nio.charset.StandardCharsets;

/**
 * A directory, a file or a link of a card. A list of them says all, in an order in which they can be made: a layer over a tree, and a
 * tree that a disk image is made of, take the same list.
 */
public sealed interface CardEntry {
    /** The path below the root, without a slash at its start. */
    String path();

    /**
     * A directory, made if it is not there.
     *
     * @param mode as ls(1) writes it: {@code rwxr-xr-x}
     */
    record Directory(String path, String mode, Owner owner) implements CardEntry {}

    /** A file; takes the place of one that is there. */
    record File(String path, String mode, Owner owner, String text) implements CardEntry {
        /** A file that root writes and all read. */
        public static File of(String path, String text) {
            return new File(path, "rw-r--r--", Owner.ROOT, text);
        }

        /** A file that root alone reads. */
        public static File secret(String path, String text) {
            return new File(path, "rw-------", Owner.ROOT, text);
        }

        byte[] bytes() {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }

    /** A symbolic link; takes the place of a file that is there. */
    record Link(String path, String target) implements CardEntry {}

    /** Whose it is, in numbers: the names are those of the card and not of this machine. */
    record Owner(int user, int group) {
        public static final Owner ROOT = new Owner(0, 0);
    }
}
