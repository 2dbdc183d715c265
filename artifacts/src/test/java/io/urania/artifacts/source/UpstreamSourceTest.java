package io.urania.artifacts.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.urania.artifacts.Architecture;
import io.urania.artifacts.ArtifactException;
import io.urania.artifacts.download.Downloader;
import io.urania.artifacts.files.Sha256;
import io.urania.artifacts.http.LocalServer;
import io.urania.artifacts.source.ArtifactSource.Answer;
import io.urania.artifacts.upstream.OciRegistry;
import io.urania.artifacts.upstream.UpstreamFiles;
import io.urania.artifacts.upstream.UpstreamFilesReader;
import io.urania.artifacts.version.ClusterImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpstreamSourceTest {
    private static final Artifact.ProgramFile KUBELET =
            new Artifact.ProgramFile("kubelet", "kubernetes", "kubelet", "v1.36.3", Architecture.AMD64);
    private static final Artifact.ProgramFile BRIDGE =
            new Artifact.ProgramFile("cni/bridge", "cni-plugins", "bridge", "v1.9.1", Architecture.ARM64);

    @TempDir
    private Path directory;

    private LocalServer server;
    private Downloader downloader;

    @BeforeEach
    void start() throws IOException {
        server = new LocalServer();
        downloader = new Downloader(Duration.ofSeconds(30));
    }

    @AfterEach
    void stop() {
        downloader.close();
        server.close();
    }

    private Answer fetch(Artifact artifact, Map<String, String> sums) throws ArtifactException, InterruptedException {
        UpstreamFiles files = UpstreamFilesReader.of(
                Map.of(
                        "kubernetes", Map.of("url", server.uri("/release/") + "{version}/{arch}/{program}"),
                        "cni-plugins",
                                Map.of("url", server.uri("/cni-") + "{plain}-{arch}.tgz", "member", "{program}")),
                sums);
        OciRegistry registry = new OciRegistry(downloader, host -> server.uri("/"));
        return new UpstreamSource(files, registry, downloader).fetch(artifact, directory.resolve("fetched"));
    }

    private String address(String path) {
        return server.uri(path).toString();
    }

    @Test
    void takesAFileWithTheRightSum() throws Exception {
        byte[] content = "kubelet".getBytes(UTF_8);
        server.put("/release/v1.36.3/amd64/kubelet", content);
        String uri = address("/release/v1.36.3/amd64/kubelet");
        assertThat(fetch(KUBELET, Map.of(uri, Sha256.of(content)))).isEqualTo(new Answer.Fetched(uri));
        assertThat(directory.resolve("fetched")).hasContent("kubelet");
    }

    @Test
    void refusesAFileWithAnotherSum() {
        server.put("/release/v1.36.3/amd64/kubelet", "something else".getBytes(UTF_8));
        Map<String, String> sums =
                Map.of(address("/release/v1.36.3/amd64/kubelet"), Sha256.of("kubelet".getBytes(UTF_8)));
        assertThatThrownBy(() -> fetch(KUBELET, sums))
                .isInstanceOf(ArtifactException.class)
                .hasMessageContaining("is not the file it should be")
                .hasMessageContaining("do not use this file");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void asksForNothingWhoseSumIsUnknown() throws Exception {
        Answer answer = fetch(KUBELET, Map.of());
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.Unavailable.class,
                        unavailable -> assertThat(unavailable.why()).contains("nothing is downloaded unchecked"));
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void takesAProgramOutOfAnArchive() throws Exception {
        byte[] archive = archive("./bridge", "bridge");
        server.put("/cni-1.9.1-arm64.tgz", archive);
        fetch(BRIDGE, Map.of(address("/cni-1.9.1-arm64.tgz"), Sha256.of(archive)));
        assertThat(directory.resolve("fetched")).hasContent("bridge");
        assertThat(directory.toFile().list()).containsExactly("fetched");
    }

    @Test
    void saysWhenTheArchiveLacksTheProgram() throws Exception {
        byte[] archive = archive("./loopback", "loopback");
        server.put("/cni-1.9.1-arm64.tgz", archive);
        assertThatThrownBy(() -> fetch(BRIDGE, Map.of(address("/cni-1.9.1-arm64.tgz"), Sha256.of(archive))))
                .hasMessageContaining("has no bridge");
    }

    @Test
    void leavesWhatIsNotThereToTheNextSource() throws Exception {
        Answer file = fetch(KUBELET, Map.of(address("/release/v1.36.3/amd64/kubelet"), "0".repeat(64)));
        Answer image = fetch(
                new Artifact.Image(ClusterImage.PAUSE, "registry.k8s.io/pause:3.10", "3.10", Architecture.AMD64, true),
                Map.of());
        Answer own = fetch(
                new Artifact.Image(
                        ClusterImage.URANIA_PROBE, "urania.local/urania-probe:1", "v1", Architecture.AMD64, true),
                Map.of());
        assertThat(file).isInstanceOf(Answer.Unavailable.class);
        assertThat(image).isInstanceOf(Answer.Unavailable.class);
        assertThat(own).isInstanceOf(Answer.Unavailable.class);
    }

    private static byte[] archive(String name, String content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(bytes))) {
            TarArchiveEntry entry = new TarArchiveEntry(name, true);
            entry.setSize(content.length());
            tar.putArchiveEntry(entry);
            tar.write(content.getBytes(UTF_8));
            tar.closeArchiveEntry();
        }
        return bytes.toByteArray();
    }
}
