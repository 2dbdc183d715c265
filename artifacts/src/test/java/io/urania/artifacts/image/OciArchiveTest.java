package io.urania.artifacts.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.ZstdInputStream;
import io.urania.artifacts.Architecture;
import io.urania.artifacts.files.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OciArchiveTest {
    private static final String NAME = "urania.local/test:1";

    @TempDir
    private Path directory;

    private Path plain = Path.of("");
    private Path zstandard = Path.of("");

    @BeforeEach
    void makeLayers() throws IOException {
        plain = directory.resolve("layer.tar");
        new Layer(List.of(new LayerEntry.Directory("tmp", true))).write(plain);
        zstandard = directory.resolve("layer.tar.zst");
        Zstandard.compress(plain, zstandard);
    }

    @Test
    void hasTheSameBytesEveryTime() throws IOException {
        Path again = directory.resolve("again.tar.zst");
        Zstandard.compress(plain, again);

        assertThat(archive("second.tar", again)).hasSameBinaryContentAs(archive("first.tar", zstandard));
    }

    @Test
    void theConfigurationHasTheSumOfTheLayerBeforeItIsCompressed() throws IOException {
        Path archive = archive("image.tar", zstandard);

        assertThat(text(archive, "blobs/sha256/" + Sha256.of(config())))
                .isEqualTo("{\"architecture\":\"arm\",\"variant\":\"v7\",\"os\":\"linux\","
                        + "\"created\":\"1970-01-01T00:00:00Z\",\"config\":{\"Env\":["
                        + "\"PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin:/opt/bin:/\"],"
                        + "\"Entrypoint\":[\"/nft\"]},\"rootfs\":{\"type\":\"layers\",\"diff_ids\":[\"sha256:"
                        + Sha256.of(plain) + "\"]}}");
    }

    @Test
    void containerdFindsTheNameInTheIndexAndFromThereTheManifest() throws IOException {
        Path archive = archive("image.tar", plain);
        String manifest = manifest("application/vnd.oci.image.layer.v1.tar", plain);
        byte[] bytes = manifest.getBytes(StandardCharsets.UTF_8);

        assertThat(text(archive, "oci-layout")).isEqualTo("{\"imageLayoutVersion\":\"1.0.0\"}");
        assertThat(text(archive, "index.json"))
                .isEqualTo("{\"schemaVersion\":2,\"manifests\":[{\"mediaType\":"
                        + "\"application/vnd.oci.image.manifest.v1+json\",\"digest\":\"sha256:" + Sha256.of(bytes)
                        + "\",\"size\":" + bytes.length
                        + ",\"annotations\":{\"io.containerd.image.name\":\"urania.local/test:1\"}}]}");
        assertThat(text(archive, "blobs/sha256/" + Sha256.of(bytes))).isEqualTo(manifest);
    }

    @Test
    void theManifestTellsHowALayerIsCompressed() throws IOException {
        Path gzip = directory.resolve("layer.tar.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(gzip))) {
            Files.copy(plain, out);
        }

        assertHasManifest("application/vnd.oci.image.layer.v1.tar+gzip", gzip);
        assertHasManifest("application/vnd.oci.image.layer.v1.tar+zstd", zstandard);
    }

    @Test
    void aLayerComesOutAsItWentIn() throws IOException {
        Path archive = archive("image.tar", zstandard);
        ByteArrayOutputStream unpacked = new ByteArrayOutputStream();
        try (TarArchiveInputStream in = at(archive, "blobs/sha256/" + Sha256.of(zstandard));
                InputStream layer = new ZstdInputStream(in)) {
            layer.transferTo(unpacked);
        }

        assertThat(unpacked.toByteArray()).isEqualTo(Files.readAllBytes(plain));
    }

    @Test
    void aLayerThatComesTwiceIsStoredOnce() throws IOException {
        Path twice = directory.resolve("twice.tar");
        OciArchive.write(twice, NAME, config(), List.of(plain, plain));

        assertThat(names(twice)).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    void severalImagesAreNamedInOneIndexAndStoreWhatTheyShareOnce() throws IOException {
        Path archive = directory.resolve("several.tar");
        OciArchive.write(
                archive,
                List.of(
                        new NamedImage("urania.local/test:1", config(), List.of(plain)),
                        new NamedImage("urania.local/same:1", config(), List.of(plain)),
                        new NamedImage("urania.local/other:1", config(), List.of(plain, zstandard))));

        // The layout, the index, one configuration, two manifests, two layers.
        assertThat(names(archive)).hasSize(7).doesNotHaveDuplicates();
        assertThat(text(archive, "index.json").split("io.containerd.image.name", -1))
                .hasSize(4)
                .satisfies(parts -> assertThat(parts[1]).startsWith("\":\"urania.local/test:1\""))
                .satisfies(parts -> assertThat(parts[2]).startsWith("\":\"urania.local/same:1\""))
                .satisfies(parts -> assertThat(parts[3]).startsWith("\":\"urania.local/other:1\""));
    }

    @Test
    void theConfigurationSaysWhatRunsAndAsWhom() throws IOException {
        ImageProcess runs = new ImageProcess(List.of("/agnhost"), List.of("pause"), "1234");

        assertThat(new String(ImageConfig.of(Architecture.AMD64, runs, List.of(plain)), StandardCharsets.UTF_8))
                .contains("\"User\":\"1234\",\"Entrypoint\":[\"/agnhost\"],\"Cmd\":[\"pause\"]");
        assertThat(new String(
                        ImageConfig.of(
                                Architecture.AMD64, new ImageProcess(List.of(), List.of("sh"), ""), List.of(plain)),
                        StandardCharsets.UTF_8))
                .contains("\"Cmd\":[\"sh\"]")
                .doesNotContain("User", "Entrypoint");
    }

    private void assertHasManifest(String mediaType, Path layer) throws IOException {
        String manifest = manifest(mediaType, layer);
        Path archive = archive("image.tar", layer);

        assertThat(text(archive, "blobs/sha256/" + Sha256.of(manifest.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(manifest);
    }

    private String manifest(String mediaType, Path layer) throws IOException {
        return "{\"schemaVersion\":2,\"mediaType\":\"application/vnd.oci.image.manifest.v1+json\",\"config\":{"
                + "\"mediaType\":\"application/vnd.oci.image.config.v1+json\",\"digest\":\"sha256:"
                + Sha256.of(config()) + "\",\"size\":" + config().length + "},\"layers\":[{\"mediaType\":\"" + mediaType
                + "\",\"digest\":\"sha256:" + Sha256.of(layer) + "\",\"size\":" + Files.size(layer) + "}]}";
    }

    private Path archive(String name, Path layer) throws IOException {
        Path archive = directory.resolve(name);
        OciArchive.write(archive, NAME, config(), List.of(layer));
        return archive;
    }

    private byte[] config() throws IOException {
        return ImageConfig.of(Architecture.ARM, "/nft", List.of(plain));
    }

    private static List<String> names(Path archive) throws IOException {
        List<String> names = new ArrayList<>();
        try (TarArchiveInputStream stream = new TarArchiveInputStream(Files.newInputStream(archive))) {
            for (TarArchiveEntry entry = stream.getNextEntry(); entry != null; entry = stream.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }

    private static String text(Path archive, String name) throws IOException {
        try (TarArchiveInputStream in = at(archive, name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Reads the entry of that name. */
    private static TarArchiveInputStream at(Path archive, String name) throws IOException {
        TarArchiveInputStream stream = new TarArchiveInputStream(Files.newInputStream(archive));
        TarArchiveEntry entry = stream.getNextEntry();
        while (!entry.getName().equals(name)) {
            entry = stream.getNextEntry();
        }
        return stream;
    }
}
