package io.urania.artifacts.bundle;

import io.urania.artifacts.ArtifactException;
import io.urania.artifacts.bundle.BundleCache.Maker;
import io.urania.artifacts.bundle.BundleManifest.Item;
import io.urania.artifacts.files.DirectoryTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Adds to a bundle that is there. What is added is a small bundle inside of it until all of it is there; then its files move to places that
 * the bundle does not use, and one rename puts the manifest of both in place. Whatever is killed before that has changed nothing that the
 * bundle names, and whatever is killed after it leaves files behind that nobody needs any more.
 */
public final class BundleAddition {

    /** In the bundle's directory; not a stray: the next addition removes it. */
    static final String WAITING = ".added";

    private final Bundle bundle;
    private final Path waiting;

    /** Adds to this bundle, which nobody else adds to meanwhile. */
    public BundleAddition(Bundle bundle) {
        this.bundle = bundle;
        this.waiting = bundle.directory().resolve(WAITING);
    }

    /** Adds what a maker makes, in place of what the bundle has of the same names. */
    public void make(Maker maker) throws ArtifactException, IOException, InterruptedException {
        DirectoryTree.delete(waiting);
        Files.createDirectory(waiting, PosixFilePermissions.asFileAttribute(BundleRights.OF_DIRECTORIES));
        try {
            maker.make(waiting);
            add(Bundle.open(waiting).manifest());
        } finally {
            DirectoryTree.delete(waiting);
        }
    }

    private void add(BundleManifest added) throws IOException {
        BundleManifest before = bundle.manifest();
        Set<String> taken = new HashSet<>();
        Stream.concat(before.files().stream(), before.images().stream()).forEach(item -> taken.add(item.path()));
        List<Item> files = move(added.files(), taken);
        List<Item> images = move(added.images(), taken);
        SortedSet<String> components = new TreeSet<>(before.components());
        components.addAll(added.components());
        BundleManifest both = new BundleManifest(
                before.kubernetes(),
                before.architectures(),
                components,
                merged(before.files(), files),
                merged(before.images(), images));
        Path manifest = waiting.resolve(BundleManifest.FILE_NAME);
        Files.writeString(manifest, both.toJson());
        BundleRights.close(bundle.directory());
        Files.move(
                manifest,
                bundle.directory().resolve(BundleManifest.FILE_NAME),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
        for (Item item : replaced(before.files(), files)) {
            Files.deleteIfExists(bundle.directory().resolve(item.path()));
        }
        for (Item item : replaced(before.images(), images)) {
            Files.deleteIfExists(bundle.directory().resolve(item.path()));
        }
    }

    /** To places in the bundle that its manifest does not name. */
    private List<Item> move(List<Item> items, Set<String> taken) throws IOException {
        List<Item> moved = new ArrayList<>();
        for (Item item : items) {
            String place = item.path();
            for (int number = 2; !taken.add(place); number++) {
                place = item.path() + "-" + number;
            }
            Path to = bundle.directory().resolve(place);
            Files.createDirectories(
                    to.resolveSibling(".").normalize(),
                    PosixFilePermissions.asFileAttribute(BundleRights.OF_DIRECTORIES));
            Files.move(waiting.resolve(item.path()), to, StandardCopyOption.REPLACE_EXISTING);
            moved.add(new Item(
                    item.name(),
                    item.architecture(),
                    item.reference(),
                    place,
                    item.sha256(),
                    item.size(),
                    item.version(),
                    item.source()));
        }
        return moved;
    }

    private static List<Item> merged(List<Item> before, List<Item> added) {
        List<Item> all = new ArrayList<>(before);
        all.removeAll(replaced(before, added));
        all.addAll(added);
        all.sort(BundleWriter.ORDER);
        return all;
    }

    private static List<Item> replaced(List<Item> before, List<Item> added) {
        return before.stream()
                .filter(old -> added.stream()
                        .anyMatch(item -> item.name().equals(old.name()) && item.architecture() == old.architecture()))
                .toList();
    }
}
