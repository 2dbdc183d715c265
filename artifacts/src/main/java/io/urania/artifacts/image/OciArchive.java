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
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/**
 * Images as a tar of the OCI image layout (OCI image specification 1.1, "Image Layout"), which {@code ctr -n k8s.io images
 * import} takes. Their names are in the annotation that containerd reads.
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
        write(destination, List.of(new NamedImage(reference, config, layers)));
    }

    /** Writes an archive with these images; what several of them are made of is in it once. */
    public static void write(Path destination, List<NamedImage> images) throws IOException {
        Map<String, Path> layers = new LinkedHashMap<>();
        Map<String, byte[]> documents = new LinkedHashMap<>();
        List<Map<String, Object>> described = new ArrayList<>();
        for (NamedImage image : images) {
            byte[] manifest = manifest(image.config(), layers(image, layers));
            documents.put(Sha256.of(manifest), manifest);
            documents.put(Sha256.of(image.config()), image.config());
            described.add(described(image.reference(), manifest));
        }
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(
                new BufferedOutputStream(Files.newOutputStream(destination)), StandardCharsets.UTF_8.name())) {
            add(tar, "oci-layout", json(Map.of("imageLayoutVersion", "1.0.0")));
            add(tar, "index.json", index(described));
            for (Map.Entry<String, byte[]> document : documents.entrySet()) {
                add(tar, blob(document.getKey()), document.getValue());
            }
            for (Map.Entry<String, Path> layer : layers.entrySet()) {
                open(tar, blob(layer.getKey()), Files.size(layer.getValue()));
                Files.copy(layer.getValue(), tar);
                tar.closeArchiveEntry();
            }
        }
    }

    /** The descriptors of an image's layers, which are added to those that are to be written. */
    private static List<Map<String, Object>> layers(NamedImage image, Map<String, Path> toWrite) throws IOException {
        List<Map<String, Object>> descriptors = new ArrayList<>();
        for (Path layer : image.layers()) {
            String sum = Sha256.of(layer);
            toWrite.putIfAbsent(sum, layer);
            descriptors.add(descriptor(LayerForm.of(layer).mediaType(), sum, Files.size(layer)));
        }
        return descriptors;
    }

    private static byte[] manifest(byte[] config, List<Map<String, Object>> layers) {
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("schemaVersion", 2);
        manifest.put("mediaType", MANIFEST);
        manifest.put("config", descriptor(CONFIG, Sha256.of(config), config.length));
        manifest.put("layers", layers);
        return json(manifest);
    }

    private static Map<String, Object> described(String reference, byte[] manifest) {
        Map<String, Object> described = descriptor(MANIFEST, Sha256.of(manifest), manifest.length);
        described.put("annotations", Map.of("io.containerd.image.name", reference));
        return described;
    }

    private static byte[] index(List<Map<String, Object>> manifests) {
        Map<String, Object> index = new LinkedHashMap<>();
        index.put("schemaVersion", 2);
        index.put("manifests", manifests);
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
