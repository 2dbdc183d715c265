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
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BundleTest {
    private static final KubernetesVersion VERSION = new KubernetesVersion(1, 36, 3);

    @TempDir
    private Path directory;

    @TempDir
    private Path outside;

    @BeforeEach
    void writeABundle() throws IOException {
        BundleWriter writer = new BundleWriter(directory);
        Files.writeString(writer.filePath("kubelet", Architecture.AMD64), "kubelet");
        writer.addFile("kubelet", Architecture.AMD64, "v1.36.3", "a test");
        Files.writeString(writer.filePath("cni/bridge", Architecture.AMD64), "bridge");
        writer.addFile("cni/bridge", Architecture.AMD64, "v1.9.1", "a test");
        Files.writeString(writer.imagePath("pause", Architecture.AMD64), "pause image");
        writer.addImage("pause", "registry.k8s.io/pause:3.10.2", Architecture.AMD64, "3.10.2", "a test");
        writer.finish(VERSION, new TreeSet<>(List.of(Architecture.AMD64)), List.of("kubernetes", "pause"));
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
    void whatSeveralFilesHaveInCommonIsToldOnce() throws IOException {
        for (String file : List.of("files/kubelet", "files/cni/bridge", "images/pause.tar")) {
            Files.deleteIfExists(directory.resolve("amd64").resolve(file));
        }
        assertThatThrownBy(() -> Bundle.open(directory))
                .satisfies(failure -> assertThat(
                                String.valueOf(failure.getMessage()).split("is missing", -1))
                        .hasSize(2));
    }

    @Test
    void tellsWhoElseCouldChangeIt() throws IOException {
        assertThat(BundleRights.doubt(directory)).isEmpty();

        Files.setPosixFilePermissions(directory.resolve("amd64/files"), PosixFilePermissions.fromString("rwxrwxr-x"));
        assertThat(BundleRights.doubt(directory))
                .hasValueSatisfying(doubt -> assertThat(doubt).contains("amd64/files can be written by others"));
    }

    @Test
    void isForNobodyElseToWriteWhateverTheUmaskIs() throws Exception {
        Path open = outside.resolve("open");
        List<String> program = List.of(
                "sh",
                "-c",
                "umask 0 && exec \"$@\"",
                "sh",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                UmaskedBundle.class.getName(),
                open.toString());

        assertThat(new ProcessBuilder(program).inheritIO().start().waitFor()).isZero();

        assertThat(BundleRights.doubt(open)).isEmpty();
    }

    @Test
    void findsAChangedByteWhenItIsVerified() throws ArtifactException, IOException {
        Files.writeString(directory.resolve("amd64/files/kubelet"), "Kubelet");
        Bundle bundle = Bundle.open(directory);
        assertThatThrownBy(bundle::verify)
                .hasMessageContaining("amd64/files/kubelet has sha256")
                .hasMessageContaining("copy it again, or remove the directory and recreate the bundle");
    }

    @Test
    void hasNoManifestThatLeadsOutOfIt() throws IOException {
        String json = Files.readString(directory.resolve("manifest.json"));
        assertThatThrownBy(() -> BundleManifest.parse(json.replace("amd64/files/kubelet", "../kubelet"), "m"))
                .hasMessageContaining("points outside the bundle");
        assertThatThrownBy(() -> BundleManifest.parse(json.replace("amd64/files/kubelet", "/bin/sh"), "m"))
                .hasMessageContaining("points outside the bundle");
    }

    @Test
    @Timeout(60)
    void isNotOpenedWithAnythingButRegularFiles() throws Exception {
        Path kubelet = directory.resolve("amd64/files/kubelet");
        Path pause = directory.resolve("amd64/images/pause.tar");
        Path elsewhere = Files.writeString(outside.resolve("kubelet"), "kubelet");
        Files.delete(kubelet);
        Files.createSymbolicLink(kubelet, elsewhere);
        Files.delete(pause);
        assertThat(new ProcessBuilder("mkfifo", pause.toString()).start().waitFor())
                .isZero();
        assertThatThrownBy(() -> Bundle.open(directory))
                .hasMessageContaining("amd64/files/kubelet, amd64/images/pause.tar: each is not a regular file");
    }

    @Test
    void isNotOpenedWhenADirectoryInItIsALink() throws Exception {
        Path cni = directory.resolve("amd64/files/cni");
        Files.move(cni, outside.resolve("cni"));
        Files.createSymbolicLink(cni, outside.resolve("cni"));
        assertThatThrownBy(() -> Bundle.open(directory))
                .hasMessageContaining("amd64/files/cni/bridge is outside the bundle");
    }

    @Test
    void mayBeReachedByALink() throws Exception {
        Path link = Files.createSymbolicLink(outside.resolve("link"), directory);
        Bundle bundle = Bundle.open(link);
        bundle.verify();
        assertThat(bundle.directory()).isEqualTo(link);
        assertThat(bundle.strays()).isEmpty();
    }

    @Test
    @Timeout(60)
    void hasARegularManifestOfAReasonableSize() throws Exception {
        Path manifest = directory.resolve("manifest.json");
        Files.write(manifest, new byte[(8 << 20) + 1]);
        assertThatThrownBy(() -> Bundle.open(directory)).hasMessageContaining("it has 8388609 bytes");
        Files.delete(manifest);
        assertThat(new ProcessBuilder("mkfifo", manifest.toString()).start().waitFor())
                .isZero();
        assertThatThrownBy(() -> Bundle.open(directory)).hasMessageContaining("it is not a regular file");
    }

    @Test
    void namesWhatLiesInItAndIsNotInTheManifest() throws Exception {
        Files.writeString(directory.resolve("amd64/files/kubeadm"), "");
        Files.createSymbolicLink(directory.resolve("notes"), outside);
        assertThat(Bundle.open(directory).strays()).containsExactly("amd64/files/kubeadm", "notes");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            amd64/files/kubelet | http://example.com/kubelet | not a valid path
            amd64/files/kubelet | amd64//kubelet             | not a valid path
            amd64/files/kubelet | amd64/./kubelet            | not a valid path
            amd64/files/kubelet | amd64/files/kube let       | not a valid path
            amd64/files/kubelet | amd64/files/cni/bridge     | twice
            "size": 7           | "size": -7                 | is -7 bytes
            "kubernetes": "v    | "kubernetes": "\\u001bv     | its Kubernetes version is none
            "amd64",            | "/etc/passwd",             | it has an unknown architecture
            "version": "        | "version": "../../etc/     | the version or the source
            "source": "         | "source": "\\u001b[31m      | the version or the source
            """)
    void hasNoManifestWithOddEntries(String part, String odd, String complaint) throws IOException {
        String json = Files.readString(directory.resolve("manifest.json"));
        assertThat(json).contains(part);
        assertThatThrownBy(() -> BundleManifest.parse(json.replace(part, odd), "m"))
                .isInstanceOf(ArtifactException.class)
                .hasMessageContaining("m is not a bundle manifest")
                .hasMessageContaining(complaint);
    }

    @Test
    void hasNoManifestWithAPathThatIsLongerThanAnyFileSystems() throws IOException {
        String json = Files.readString(directory.resolve("manifest.json"))
                .replace("amd64/files/kubelet", "a" + "/a".repeat(100_000));

        assertThatThrownBy(() -> BundleManifest.parse(json, "m"))
                .isInstanceOf(ArtifactException.class)
                .hasMessageContaining("is not a valid path: it has 200001 characters");
    }

    @Test
    void hasNoManifestThatNamesNothing() {
        for (String text : List.of(
                "{format: 1, kubernetes: v1.36.3, architectures: [amd64], files: [], images: []}",
                "{format: 1, kubernetes: v1.36.3, architectures: [], files: [], images: []}",
                "{format: 1, kubernetes: v1.36.3, architectures: [amd64], files: [null], images: []}")) {
            assertThatThrownBy(() -> BundleManifest.parse(text, "m"))
                    .isInstanceOf(ArtifactException.class)
                    .hasMessageContaining("m is not a bundle manifest");
        }
    }

    @Test
    void hasNoManifestThatIsNoManifest() {
        for (String text : List.of(
                "",
                "[]",
                "{}",
                "not json",
                "{\"format\": 2}",
                "{\"format\": 1}",
                "{\"format\": 1, \"architectures\": [null]}")) {
            assertThatThrownBy(() -> BundleManifest.parse(text, "m"))
                    .isInstanceOf(ArtifactException.class)
                    .hasMessageContaining("m is not a bundle manifest")
                    .satisfies(failure ->
                            assertThat(failure.getMessage()).doesNotContain("Exception", "gson", "Cannot invoke", "["));
        }
    }

    /** Whoever fills up a bundle would have opened a private file of the person to everybody. */
    @Test
    void theRightsOfWhatALinkLeadsToStayAsTheyAre() throws Exception {
        Path secret = Files.createFile(
                directory.resolve("secret"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Path bundle = Files.createDirectory(directory.resolve("bundle"));
        Files.createSymbolicLink(bundle.resolve("note"), secret);
        Files.createSymbolicLink(bundle.resolve("nothing"), directory.resolve("nowhere"));

        BundleRights.close(bundle);

        assertThat(Files.getPosixFilePermissions(secret)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }
}
