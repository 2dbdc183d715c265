package io.urania.artifacts.image;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
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

/**
 * An image as a tar of the OCI image layout (OCI image specification 1.1, "Image Layout"), which {@code ctr -n k8s.io images
 * import} takes. Its name is in the annotation that containerd reads.
 */
public final class OciArchive {
    private static final String MANIFEST = "application/vnd.oci.image.manifest.v1+json";
    private static final String CONFIG = "application/vnd.oci.image.config.v1+json";
    private static final FileTime EPOCH = FileTime.fromMillis(0);
    private static final int FILE_MODE = 0644;
    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

    private OciArchive() {}

    /**
     * Writes an archive with one image; the same input gives the same bytes.
     *
     * @param reference the image's name, with registry and tag
     * @param config the image's configuration
     * @param layers the layers' tars, lowest first; they may be compressed with gzip or Zstandard
     */
    public static void write(Path destination, String reference, byte[] config, List<Path> layers) throws IOException {
        List<String> sums = new ArrayList<>();
        List<Map<String, Object>> descriptors = new ArrayList<>();
        for (Path layer : layers) {
            String sum = Sha256.of(layer);
            sums.add(sum);
            descriptors.add(descriptor(LayerForm.of(layer).mediaType(), sum, Files.size(layer)));
        }
        byte[] manifest = manifest(config, descriptors);
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(
                new BufferedOutputStream(Files.newOutputStream(destination)), StandardCharsets.UTF_8.name())) {
            add(tar, "oci-layout", json(Map.of("imageLayoutVersion", "1.0.0")));
            add(tar, "index.json", index(reference, manifest));
            add(tar, blob(Sha256.of(manifest)), manifest);
            add(tar, blob(Sha256.of(config)), config);
            Set<String> written = new LinkedHashSet<>();
            for (int i = 0; i < layers.size(); i++) {
                if (written.add(sums.get(i))) {
                    open(tar, blob(sums.get(i)), Files.size(layers.get(i)));
                    Files.copy(layers.get(i), tar);
                    tar.closeArchiveEntry();
                }
            }
        }
    }

    private static byte[] manifest(byte[] config, List<Map<String, Object>> layers) {
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("schemaVersion", 2);
        manifest.put("mediaType", MANIFEST);
        manifest.put("config", descriptor(CONFIG, Sha256.of(config), config.length));
        manifest.put("layers", layers);
        return json(manifest);
    }

    private static byte[] index(String reference, byte[] manifest) {
        Map<String, Object> described = descriptor(MANIFEST, Sha256.of(manifest), manifest.length);
        described.put("annotations", Map.of("io.containerd.image.name", reference));
        Map<String, Object> index = new LinkedHashMap<>();
        index.put("schemaVersion", 2);
        index.put("manifests", List.of(described));
        return json(index);
    }

    private static Map<String, Object> descriptor(String mediaType, String sum, long size) {
        Map<String, Object> descriptor = new LinkedHashMap<>();
        descriptor.put("mediaType", mediaType);
        descriptor.put("digest", "sha256:" + sum);
        descriptor.put("size", size);
        return descriptor;
    }

    private static String blob(String sum) {
        return "blobs/sha256/" + sum;
    }

    private static byte[] json(Object value) {
        return GSON.toJson(value).getBytes(StandardCharsets.UTF_8);
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
