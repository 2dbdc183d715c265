package io.urania.artifacts.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.urania.artifacts.Architecture;
import io.urania.artifacts.ArtifactException;
import io.urania.artifacts.KubernetesVersion;
import io.urania.artifacts.files.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleTest {
    private static final KubernetesVersion VERSION = new KubernetesVersion(1, 36, 3);

    @TempDir
    private Path directory;

    @BeforeEach
    void writeABundle() throws IOException {
        BundleWriter writer = new BundleWriter(directory);
        Files.writeString(writer.filePath("kubelet", Architecture.AMD64), "kubelet");
        writer.addFile("kubelet", Architecture.AMD64, "v1.36.3", "a test");
        Files.writeString(writer.filePath("cni/bridge", Architecture.AMD64), "bridge");
        writer.addFile("cni/bridge", Architecture.AMD64, "v1.9.1", "a test");
        Files.writeString(writer.imagePath("pause", Architecture.AMD64), "pause image");
        writer.addImage("pause", "registry.k8s.io/pause:3.10.2", Architecture.AMD64, "3.10.2", "a test");
        writer.finish(VERSION, new TreeSet<>(List.of(Architecture.AMD64)));
    }

    @Test
    void handsOutWhatWasWrittenIntoIt() throws ArtifactException, IOException {
        Bundle bundle = Bundle.open(directory);
        bundle.verify();
        assertThat(bundle.kubernetes()).isEqualTo(VERSION);
        assertThat(bundle.architectures()).containsExactly(Architecture.AMD64);
        assertThat(bundle.files(Architecture.AMD64))
                .extracting(BundleFile::name)
                .containsExactly("cni/bridge", "kubelet");
        BundleFile kubelet = bundle.file("kubelet", Architecture.AMD64);
        assertThat(kubelet.path()).hasContent("kubelet").isExecutable();
        assertThat(kubelet.sha256()).isEqualTo(Sha256.of(kubelet.path()));
        assertThat(kubelet.size()).isEqualTo(7);
        assertThat(bundle.image("pause", Architecture.AMD64).reference()).isEqualTo("registry.k8s.io/pause:3.10.2");
    }

    @Test
    void hasAManifestThatSaysTheSameAfterReadingAndWriting() throws ArtifactException, IOException {
        String json = Files.readString(directory.resolve("manifest.json"));
        assertThat(BundleManifest.parse(json, "a test").toJson()).isEqualTo(json);
    }

    @Test
    void saysWhatItIsWhenAskedForSomethingItLacks() throws ArtifactException {
        Bundle bundle = Bundle.open(directory);
        assertThatThrownBy(() -> bundle.file("kubelet", Architecture.ARM64))
                .isInstanceOf(ArtifactException.class)
                .hasMessageContaining("no file kubelet for arm64")
                .hasMessageContaining("--arch arm64");
    }

    @Test
    void isNotOpenedWithoutAManifest() throws IOException {
        Files.delete(directory.resolve("manifest.json"));
        assertThatThrownBy(() -> Bundle.open(directory)).hasMessageContaining("it has no manifest.json");
    }

    @Test
    void isNotOpenedWhenFilesAreMissingOrCutAndNamesThemAll() throws IOException {
        Files.delete(directory.resolve("amd64/files/kubelet"));
        Files.writeString(directory.resolve("amd64/images/pause.tar"), "cut");
        assertThatThrownBy(() -> Bundle.open(directory))
                .hasMessageContaining("amd64/files/kubelet is missing")
                .hasMessageContaining("amd64/images/pause.tar has 3 bytes instead of 11");
    }

    @Test
    void findsAChangedByteWhenItIsVerified() throws ArtifactException, IOException {
        Files.writeString(directory.resolve("amd64/files/kubelet"), "Kubelet");
        Bundle bundle = Bundle.open(directory);
        assertThatThrownBy(bundle::verify)
                .hasMessageContaining("amd64/files/kubelet has sha256")
                .hasMessageContaining("make the bundle again");
    }

    @Test
    void hasNoManifestThatLeadsOutOfIt() throws IOException {
        String json = Files.readString(directory.resolve("manifest.json"));
        assertThatThrownBy(() -> BundleManifest.parse(json.replace("amd64/files/kubelet", "../kubelet"), "m"))
                .hasMessageContaining("leaves the bundle");
        assertThatThrownBy(() -> BundleManifest.parse(json.replace("amd64/files/kubelet", "/bin/sh"), "m"))
                .hasMessageContaining("leaves the bundle");
    }

    @Test
    void hasNoManifestThatIsNoManifest() {
        for (String text : List.of("", "[]", "{}", "not json", "{\"format\": 2}", "{\"format\": 1}")) {
            assertThatThrownBy(() -> BundleManifest.parse(text, "m"))
                    .isInstanceOf(ArtifactException.class)
                    .hasMessageContaining("m is no manifest of a bundle");
        }
    }
}
