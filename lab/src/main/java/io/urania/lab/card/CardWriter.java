package io.urania.lab.card;

import io.urania.lab.card.CardEntry.Directory;
import io.urania.lab.card.CardEntry.File;
import io.urania.lab.card.CardEntry.Link;
import io.urania.lab.card.CardEntry.Owner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** Writes a card's entries below a directory of this machine. */
public final class CardWriter {
    private static final String USUAL = "rwxr-xr-x";

    private final Path root;

    /** @param root the layer of a host, or the tree that a disk image is made of; made if it is not there */
    public CardWriter(Path root) {
        this.root = root;
    }

    /** Writes all of them; a directory above an entry that is not there belongs to root, and all may enter it. */
    public void write(List<? extends CardEntry> entries) throws IOException {
        for (CardEntry entry : entries) {
            Path path = root.resolve(entry.path());
            above(path);
            switch (entry) {
                case Directory directory -> {
                    if (!Files.isDirectory(path)) {
                        Files.createDirectory(path);
                    }
                    protect(path, directory.mode(), directory.owner());
                }
                case File file -> {
                    Files.deleteIfExists(path);
                    // Without rights first: no one else of this machine reads a secret meanwhile.
                    Files.createFile(
                            path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                    Files.write(path, file.bytes());
                    protect(path, file.mode(), file.owner());
                }
                case Link link -> {
                    Files.deleteIfExists(path);
                    Files.createSymbolicLink(path, Path.of(link.target()));
                }
            }
        }
    }

    private void above(Path path) throws IOException {
        Path parent = path.getParent();
        if (parent != null && !Files.isDirectory(parent)) {
            above(parent);
            Files.createDirectory(parent);
            protect(parent, USUAL, Owner.ROOT);
        }
    }

    /** The owner only where it is another one: giving files away takes root, and not every card does it. */
    private static void protect(Path path, String mode, Owner owner) throws IOException {
        for (var number : List.of(new Identity("unix:uid", owner.user()), new Identity("unix:gid", owner.group()))) {
            if (!Files.getAttribute(path, number.attribute(), LinkOption.NOFOLLOW_LINKS)
                    .equals(number.value())) {
                Files.setAttribute(path, number.attribute(), number.value(), LinkOption.NOFOLLOW_LINKS);
            }
        }
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
    }

    private record Identity(String attribute, int value) {}
}
