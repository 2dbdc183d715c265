package io.urania.inventory.library.lookup;

import io.urania.inventory.problem.Position;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * What lookups have read of this machine that is no part of the inventory: files outside of its folders, and variables of the environment
 * that may be secret. An inventory may send them wherever it likes once its hosts are reached, so somebody has to be asked before. Several
 * threads may use it.
 */
public final class OutsideReads {
    /** The place of what is typed behind {@code -e}: whoever types it needs no permission. */
    private static final Path TYPED = Path.of("-e");

    private final List<Path> folders;
    private final Map<String, OutsideRead> reads = new ConcurrentSkipListMap<>();

    /**
     * Nothing has been read yet.
     *
     * @param folders the inventory's own
     */
    public OutsideReads(List<Path> folders) {
        this.folders = List.copyOf(folders);
    }

    /** All that have been read, each once, in a fixed order. */
    public List<OutsideRead> all() {
        return List.copyOf(reads.values());
    }

    void file(Path file, Position position) {
        if (folders.stream().noneMatch(folder -> isBelow(file, folder))) {
            add(new OutsideRead(
                    OutsideRead.Kind.FILE, file.toAbsolutePath().normalize().toString(), position));
        }
    }

    void variable(String name, Position position) {
        add(new OutsideRead(OutsideRead.Kind.VARIABLE, name, position));
    }

    private void add(OutsideRead read) {
        if (!read.position().file().equals(TYPED)) {
            reads.merge(
                    read.kind() + " " + read.name(),
                    read,
                    (one, other) -> one.position().compareTo(other.position()) <= 0 ? one : other);
        }
    }

    private static boolean isBelow(Path file, Path folder) {
        try {
            return NewPasswords.isBelow(file, folder);
        } catch (IOException _) {
            return false; // a folder on the way that may not be entered
        }
    }
}
