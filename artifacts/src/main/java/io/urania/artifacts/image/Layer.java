package io.urania.artifacts.image;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** A layer of an image: a tar whose bytes depend on nothing but its entries. */
public final class Layer {
    private static final FileTime EPOCH = FileTime.fromMillis(0);
    private static final int PROGRAM_MODE = 0755;
    private static final int LINK_MODE = 0777;
    private static final int SHARED_MODE = 01777;

    private final SortedMap<String, LayerEntry> entries = new TreeMap<>();

    /** A layer of these entries and the directories they are in. */
    public Layer(List<LayerEntry> entries) {
        for (LayerEntry entry : entries) {
            addParents(entry.path());
            this.entries.put(entry.path(), entry);
        }
    }

    private void addParents(String path) {
        for (int slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
            String parent = path.substring(0, slash);
            entries.putIfAbsent(parent, new LayerEntry.Directory(parent, false));
        }
    }

    /** Writes the tar, which is not compressed. */
    public void write(Path destination) throws IOException {
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(
                new BufferedOutputStream(Files.newOutputStream(destination)), StandardCharsets.UTF_8.name())) {
            for (LayerEntry entry : entries.values()) {
                write(tar, entry);
            }
        }
    }

    private static void write(TarArchiveOutputStream tar, LayerEntry entry) throws IOException {
        switch (entry) {
            case LayerEntry.Directory directory -> {
                TarArchiveEntry header = header(new TarArchiveEntry(directory.path() + "/"));
                header.setMode(directory.shared() ? SHARED_MODE : PROGRAM_MODE);
                tar.putArchiveEntry(header);
            }
            case LayerEntry.Program program -> write(tar, program.path(), program.content(), PROGRAM_MODE);
            case LayerEntry.Content file -> write(tar, file.path(), file.content(), file.mode());
            case LayerEntry.Link link -> {
                TarArchiveEntry header = header(new TarArchiveEntry(link.path(), TarConstants.LF_SYMLINK));
                header.setMode(LINK_MODE);
                header.setLinkName(link.target());
                tar.putArchiveEntry(header);
            }
        }
        tar.closeArchiveEntry();
    }

    private static void write(TarArchiveOutputStream tar, String path, Path content, int mode) throws IOException {
        TarArchiveEntry header = header(new TarArchiveEntry(path));
        header.setMode(mode);
        header.setSize(Files.size(content));
        tar.putArchiveEntry(header);
        Files.copy(content, tar);
    }

    private static TarArchiveEntry header(TarArchiveEntry entry) {
        entry.setLastModifiedTime(EPOCH);
        entry.setIds(0, 0);
        entry.setNames("", "");
        return entry;
    }
}
