package io.urania.artifacts.upstream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.urania.artifacts.Architecture;
import io.urania.artifacts.ArtifactException;
import io.urania.artifacts.download.DownloadFailed;
import io.urania.artifacts.download.Downloader;
import io.urania.artifacts.files.Sha256;
import io.urania.artifacts.image.OciArchive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OciRegistryTest {
    private static final ImageReference IMAGE = ImageReference.parse("registry.test/coredns/coredns:v1");
    private static final byte[] CONFIG = "{\"architecture\":\"amd64\"}".getBytes(UTF_8);
    private static final byte[] ARM_CONFIG = "{\"architecture\":\"arm\"}".getBytes(UTF_8);
    private static final byte[] LAYER = "a longer layer".getBytes(UTF_8);

    @TempDir
    private Path directory;

    private TestRegistry registry;
    private Downloader downloader;

    @BeforeEach
    void start() throws IOException {
        registry = new TestRegistry("coredns/coredns");
        downloader = new Downloader(Duration.ofSeconds(30));
    }

    @AfterEach
    void stop() {
        downloader.close();
        registry.close();
    }

    private Path pull(Architecture architecture)
            throws DownloadFailed, ArtifactException, IOException, InterruptedException {
        Path archive = directory.resolve("image.tar");
        new OciRegistry(downloader, host -> registry.server().uri("/")).pull(IMAGE, architecture, archive);
        return archive;
    }

    private Path expected(byte[] config) throws IOException {
        Path layer = Files.write(directory.resolve("expected-layer"), LAYER);
        Path archive = directory.resolve("expected.tar");
        OciArchive.write(archive, IMAGE.toString(), config, List.of(layer));
        return archive;
    }

    private static Map<String, Object> platform(Map<String, Object> descriptor, String architecture, String variant) {
        Map<String, Object> withPlatform = new HashMap<>(descriptor);
        withPlatform.put("platform", Map.of("os", "linux", "architecture", architecture, "variant", variant));
        return withPlatform;
    }

    @Test
    void pullsAnImageThatHasOneManifest() throws Exception {
        registry.tag("v1", registry.blob(CONFIG), List.of(registry.blob(LAYER)));
        assertThat(pull(Architecture.AMD64)).hasSameBinaryContentAs(expected(CONFIG));
        assertThat(registry.server().asked())
                .contains("/v2/coredns/coredns/blobs/sha256:" + Sha256.of(LAYER) + " Bearer anonymous");
        try (var left = Files.list(directory)) {
            assertThat(left.map(Path::getFileName).map(Path::toString))
                    .containsExactlyInAnyOrder("image.tar", "expected.tar", "expected-layer");
        }
    }

    @Test
    void takesThePlatformOfTheHostsOutOfAList() throws Exception {
        List<Map<String, Object>> layers = List.of(registry.blob(LAYER));
        Map<String, Object> amd64 = registry.manifest(registry.blob(CONFIG), layers);
        Map<String, Object> arm = registry.manifest(registry.blob(ARM_CONFIG), layers);
        registry.tagList(
                "v1", List.of(platform(amd64, "amd64", ""), platform(amd64, "arm", "v6"), platform(arm, "arm", "v7")));
        assertThat(pull(Architecture.ARM)).hasSameBinaryContentAs(expected(ARM_CONFIG));
        assertThatThrownBy(() -> pull(Architecture.ARM64)).hasMessageContaining("does not exist for arm64");
    }

    @Test
    void refusesALayerWithAnotherDigest() {
        Map<String, Object> layer = registry.blob(LAYER);
        registry.tag("v1", registry.blob(CONFIG), List.of(layer));
        registry.damage("blobs", layer);
        refuses(layer);
    }

    @Test
    void refusesAConfigurationWithAnotherDigest() {
        Map<String, Object> config = registry.blob(CONFIG);
        registry.tag("v1", config, List.of(registry.blob(LAYER)));
        registry.damage("blobs", config);
        refuses(config);
    }

    @Test
    void refusesAManifestWithAnotherDigest() {
        Map<String, Object> manifest = registry.manifest(registry.blob(CONFIG), List.of(registry.blob(LAYER)));
        registry.tagList("v1", List.of(platform(manifest, "amd64", "")));
        registry.damage("manifests", manifest);
        refuses(manifest);
    }

    private void refuses(Map<String, Object> damaged) {
        assertThatThrownBy(() -> pull(Architecture.AMD64))
                .isInstanceOf(ArtifactException.class)
                .hasMessageContaining("its digest is sha256:" + Sha256.of("damaged".getBytes(UTF_8)) + " instead of "
                        + damaged.get("digest"));
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void saysWhenAPageAnswersInsteadOfARegistry() {
        registry.server().put("/v2/coredns/coredns/manifests/v1", "<html>log in".getBytes(UTF_8));
        assertThatThrownBy(() -> pull(Architecture.AMD64)).hasMessageContaining("a login page");
    }

    @Test
    void saysWhenTheRegistryDoesNotHaveTheTag() {
        assertThatThrownBy(() -> pull(Architecture.AMD64))
                .isInstanceOf(DownloadFailed.class)
                .hasMessageContaining("answered 404");
    }
}
