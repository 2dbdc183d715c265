package io.urania.artifacts.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.urania.artifacts.Architecture;
import io.urania.artifacts.ArtifactException;
import io.urania.artifacts.KubernetesVersion;
import io.urania.artifacts.component.Components;
import io.urania.artifacts.component.ImageId;
import io.urania.artifacts.component.Publication;
import io.urania.artifacts.download.Downloader;
import io.urania.artifacts.files.Sha256;
import io.urania.artifacts.http.LocalServer;
import io.urania.artifacts.source.ArtifactSource.Answer;
import io.urania.artifacts.upstream.OciRegistry;
import io.urania.artifacts.upstream.UpstreamFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpstreamSourceTest {

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
        OciRegistry registry = new OciRegistry(downloader, host -> server.uri("/"));
        return new UpstreamSource(UpstreamFiles.withSums(sums), registry, downloader)
                .fetch(artifact, directory.resolve("fetched"));
    }

    private Artifact.ProgramFile kubelet() {
        return new Artifact.ProgramFile(
                "kubelet",
                "kubernetes",
                "kubelet",
                "v1.36.3",
                Architecture.AMD64,
                Optional.of(new Publication(server.uri("/release/") + "{version}/{arch}/{program}", Optional.empty())));
    }

    private Artifact.ProgramFile bridge() {
        return new Artifact.ProgramFile(
                "cni/bridge",
                "cni-plugins",
                "bridge",
                "v1.9.1",
                Architecture.ARM64,
                Optional.of(new Publication(server.uri("/cni-") + "{plain}-{arch}.tgz", Optional.of("{program}"))));
    }

    private static Artifact.Image image(String component) {
        KubernetesVersion version = new KubernetesVersion(1, 31, 0);
        return new Artifact.Image(
                Components.standard().image(ImageId.of(component), version, "registry.k8s.io"),
                Architecture.AMD64,
                true);
    }

    private String address(String path) {
        return server.uri(path).toString();
    }

    @Test
    void takesAFileWithTheRightSum() throws Exception {
        byte[] content = "kubelet".getBytes(UTF_8);
        server.put("/release/v1.36.3/amd64/kubelet", content);
        String uri = address("/release/v1.36.3/amd64/kubelet");
        assertThat(fetch(kubelet(), Map.of(uri, Sha256.of(content)))).isEqualTo(new Answer.Fetched(uri));
        assertThat(directory.resolve("fetched")).hasContent("kubelet");
    }

    @Test
    void refusesAFileWithAnotherSum() {
        server.put("/release/v1.36.3/amd64/kubelet", "something else".getBytes(UTF_8));
        Map<String, String> sums =
                Map.of(address("/release/v1.36.3/amd64/kubelet"), Sha256.of("kubelet".getBytes(UTF_8)));
        assertThatThrownBy(() -> fetch(kubelet(), sums))
                .isInstanceOf(ArtifactException.class)
                .hasMessageContaining("is not the expected file")
                .hasMessageContaining("do not use this file");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void asksForNothingWhoseSumIsUnknown() throws Exception {
        Answer answer = fetch(kubelet(), Map.of());
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.Unavailable.class,
                        unavailable -> assertThat(unavailable.why()).contains("nothing is downloaded unverified"));
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void takesAProgramOutOfAnArchive() throws Exception {
        byte[] archive = archive("./bridge", "bridge");
        server.put("/cni-1.9.1-arm64.tgz", archive);
        fetch(bridge(), Map.of(address("/cni-1.9.1-arm64.tgz"), Sha256.of(archive)));
        assertThat(directory.resolve("fetched")).hasContent("bridge");
        assertThat(directory.toFile().list()).containsExactly("fetched");
    }

    @Test
    void saysWhenTheArchiveLacksTheProgram() throws Exception {
        byte[] archive = archive("./loopback", "loopback");
        server.put("/cni-1.9.1-arm64.tgz", archive);
        assertThatThrownBy(() -> fetch(bridge(), Map.of(address("/cni-1.9.1-arm64.tgz"), Sha256.of(archive))))
                .hasMessageContaining("has no bridge");
    }

    @Test
    void leavesWhatIsNotThereToTheNextSource() throws Exception {
        Answer file = fetch(kubelet(), Map.of(address("/release/v1.36.3/amd64/kubelet"), "0".repeat(64)));
        Answer image = fetch(image("pause"), Map.of());
        Answer own = fetch(image("urania-probe"), Map.of());
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
