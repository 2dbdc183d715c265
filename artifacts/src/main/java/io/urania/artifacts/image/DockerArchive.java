package io.urania.artifacts.image;

import com.google.gson.Gson;
import io.urania.artifacts.files.Sha256;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** An image in the form of {@code docker save}, which {@code ctr -n k8s.io images import} takes. */
public final class DockerArchive {
    private static final FileTime EPOCH = FileTime.fromMillis(0);
    private static final int FILE_MODE = 0644;

    private DockerArchive() {}

    /**
     * Writes an archive with one image; the same input gives the same bytes.
     *
     * @param reference the image's name, with registry and tag
     * @param config the image's configuration
     * @param layers the layers' tars, lowest first; they may be compressed with gzip
     */
    public static void write(Path destination, String reference, byte[] config, List<Path> layers) throws IOException {
        List<String> names = new ArrayList<>();
        for (Path layer : layers) {
            names.add(Sha256.of(layer) + "/layer.tar");
        }
        String configName = Sha256.of(config) + ".json";
        Map<String, Object> image = new LinkedHashMap<>();
        image.put("Config", configName);
        image.put("RepoTags", List.of(reference));
        image.put("Layers", names);
        byte[] manifest = new Gson().toJson(List.of(image)).getBytes(StandardCharsets.UTF_8);
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(
                new BufferedOutputStream(Files.newOutputStream(destination)), StandardCharsets.UTF_8.name())) {
            add(tar, "manifest.json", manifest);
            add(tar, configName, config);
            Set<String> written = new LinkedHashSet<>();
            for (int i = 0; i < layers.size(); i++) {
                if (written.add(names.get(i))) {
                    open(tar, names.get(i), Files.size(layers.get(i)));
                    Files.copy(layers.get(i), tar);
                    tar.closeArchiveEntry();
                }
            }
        }
    }

    private static void add(TarArchiveOutputStream tar, String name, byte[] content) throws IOException {
        open(tar, name, content.length);
        tar.write(content);
        tar.closeArchiveEntry();
    }

    private static void open(TarArchiveOutputStream tar, String name, long size) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setLastModifiedTime(EPOCH);
        entry.setIds(0, 0);
        entry.setNames("", "");
        entry.setMode(FILE_MODE);
        entry.setSize(size);
        tar.putArchiveEntry(entry);
    }
}
