package io.urania.artifacts.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.urania.artifacts.Architecture;
import io.urania.artifacts.ArtifactException;
import io.urania.artifacts.KubernetesVersion;
import io.urania.artifacts.bundle.Bundle;
import io.urania.artifacts.bundle.BundleWriter;
import io.urania.artifacts.upstream.UpstreamFiles;
import io.urania.artifacts.version.VersionTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleVerificationTest {
    private static final KubernetesVersion VERSION = new KubernetesVersion(1, 36, 3);
    private static final String KUBELET = "https://dl.k8s.io/release/v1.36.3/bin/linux/amd64/kubelet";

    @TempDir
    private Path directory;

    /** A bundle that has everything but one thing, told to be from where the kubelet is published. */
    private Bundle bundle(String without) throws ArtifactException, IOException {
        BundleWriter writer = new BundleWriter(directory);
        BundleContents contents = Usual.contents(VERSION, Architecture.AMD64);
        for (Artifact artifact : contents.artifacts(VersionTable.standard())) {
            if (artifact.name().equals(without)) {
                continue;
            }
            switch (artifact) {
                case Artifact.ProgramFile file -> {
                    Files.writeString(writer.filePath(file.name(), file.architecture()), artifact.toString());
                    writer.addFile(file.name(), file.architecture(), file.version(), KUBELET);
                }
                case Artifact.Image image -> {
                    Files.writeString(writer.imagePath(image.name(), image.architecture()), artifact.toString());
                    writer.addImage(
                            image.name(), image.reference(), image.architecture(), image.version(), "a registry");
                }
            }
        }
        writer.finish(VERSION, contents.architectures(), contents.components());
        return Bundle.open(directory);
    }

    private static void verify(Bundle bundle, Optional<String> manifest, Map<String, String> sums)
            throws ArtifactException, IOException {
        new BundleVerification(VersionTable.standard(), UpstreamFiles.withSums(sums)).verify(bundle, manifest);
    }

    @Test
    void findsNothingWrongWithWhatWasMadeHere() throws Exception {
        Bundle bundle = bundle("");
        assertThatCode(() -> verify(bundle, Optional.empty(), Map.of())).doesNotThrowAnyException();
        assertThatCode(() -> verify(bundle, Optional.of(bundle.manifestSha256().toUpperCase(Locale.ROOT)), Map.of()))
                .doesNotThrowAnyException();
    }

    @Test
    void callsWhatDiffersFromTheManifestDamaged() throws Exception {
        Bundle bundle = bundle("");
        Path kubelet = directory.resolve("amd64/files/kubelet");
        Files.writeString(kubelet, Files.readString(kubelet).replace('k', 'K'));
        assertThatThrownBy(() -> verify(bundle, Optional.of(bundle.manifestSha256()), Map.of()))
                .hasMessageContaining("is damaged")
                .hasMessageContaining("amd64/files/kubelet has sha256");
    }

    @Test
    void callsAnotherManifestAnotherBundle() throws Exception {
        Bundle bundle = bundle("");
        assertThatThrownBy(() -> verify(bundle, Optional.of("0".repeat(64)), Map.of()))
                .hasMessageContaining("is not the expected one")
                .hasMessageContaining(bundle.manifestSha256() + " instead of 0000");
    }

    @Test
    void missesWhatTheVersionNeedsAndNamesWhatItDoesNot() throws Exception {
        Bundle bundle = bundle("pause");
        Files.writeString(directory.resolve("amd64/files/kubelet.old"), "");
        assertThatThrownBy(() -> verify(bundle, Optional.empty(), Map.of()))
                .hasMessageContaining("is not what this version of Urania creates for Kubernetes v1.36.3")
                .hasMessageContaining("image registry.k8s.io/pause:")
                .hasMessageContaining("for amd64 is missing")
                .hasMessageContaining("amd64/files/kubelet.old is not in the manifest");
    }

    @Test
    void namesWhatTheManifestHasAndTheVersionDoesNotNeed() throws Exception {
        bundle("");
        Path manifest = directory.resolve("manifest.json");
        Files.writeString(
                manifest, Files.readString(manifest).replace("\"name\": \"kubelet\"", "\"name\": \"kubelot\""));
        Bundle bundle = Bundle.open(directory);
        assertThatThrownBy(() -> verify(bundle, Optional.empty(), Map.of()))
                .hasMessageContaining("kubelet v1.36.3 for amd64 is missing")
                .hasMessageContaining("amd64/files/kubelet is not needed by its components");
    }

    @Test
    void takesAManifestThatNamesNoComponentsForWhatBundlesHadThen() throws Exception {
        bundle("");
        Path manifest = directory.resolve("manifest.json");
        String old = Files.readString(manifest).replaceFirst("(?s)  \"components\": \\[.*?\\],\n", "");
        assertThat(old).doesNotContain("components");
        Files.writeString(manifest, old);
        assertThatCode(() -> verify(Bundle.open(directory), Optional.empty(), Map.of()))
                .doesNotThrowAnyException();
    }

    @Test
    void expectsWhatTheComponentsInTheManifestNeedAndNothingElse() throws Exception {
        bundle("");
        Path manifest = directory.resolve("manifest.json");
        String whole = Files.readString(manifest);
        Files.writeString(manifest, whole.replace("    \"metrics-server\",\n", ""));
        assertThatThrownBy(() -> verify(Bundle.open(directory), Optional.empty(), Map.of()))
                .hasMessageContaining("amd64/images/metrics-server.tar is not needed by its components");
        Files.writeString(manifest, whole.replace("    \"metrics-server\",\n", "    \"of-tomorrow\",\n"));
        assertThatThrownBy(() -> verify(Bundle.open(directory), Optional.empty(), Map.of()))
                .hasMessageContaining("there is no component of-tomorrow");
    }

    @Test
    void knowsTheSumsOfWhatIsToldToBePublished() throws Exception {
        Bundle bundle = bundle("");
        assertThatThrownBy(() -> verify(bundle, Optional.empty(), Map.of(KUBELET, "0".repeat(64))))
                .hasMessageContaining("amd64/files/kubelet has sha256")
                .hasMessageContaining("instead of " + "0".repeat(64) + ", which its project published");
    }
}
