package io.urania.artifacts.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.urania.artifacts.Architecture;
import io.urania.artifacts.ArtifactException;
import io.urania.artifacts.KubernetesVersion;
import io.urania.artifacts.Progress;
import io.urania.artifacts.bundle.Bundle;
import io.urania.artifacts.bundle.BundleFile;
import io.urania.artifacts.bundle.BundleImage;
import io.urania.artifacts.download.Downloader;
import io.urania.artifacts.http.LocalServer;
import io.urania.artifacts.upstream.UpstreamFiles;
import io.urania.artifacts.version.VersionTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleCreatorTest {
    private static final KubernetesVersion VERSION = new KubernetesVersion(1, 36, 3);
    private static final UpstreamFiles NONE = UpstreamFiles.withSums(Map.of());
    private static final KubernetesVersion OLD = new KubernetesVersion(1, 19, 5);

    @TempDir
    private Path directory;

    private Path place;

    @BeforeEach
    void makeAPlace() throws IOException {
        place = Files.createDirectory(directory.resolve("bundle"));
    }

    /** A source that writes an artifact's description into its file. */
    private record Fake(String description, Predicate<Artifact> has) implements ArtifactSource {
        @Override
        public Answer fetch(Artifact artifact, Path destination) {
            if (!has.test(artifact)) {
                return new Answer.Unavailable("it is not here");
            }
            try {
                Files.writeString(destination, artifact.toString());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return new Answer.Fetched(description);
        }
    }

    private Bundle create(KubernetesVersion version, Architecture architecture, ArtifactSource... sources)
            throws ArtifactException, InterruptedException {
        new BundleCreator(VersionTable.standard(), List.of(sources), Progress.silent())
                .create(Usual.contents(version, architecture), place);
        return Bundle.open(place);
    }

    private static Fake everything(String description) {
        return new Fake(description, artifact -> true);
    }

    @Test
    void putsEverythingAControlPlaneAndAWorkerNeedIntoABundle() throws Exception {
        Bundle bundle = create(VERSION, Architecture.AMD64, everything("a test"));
        assertThat(bundle.files(Architecture.AMD64))
                .extracting(BundleFile::name)
                .containsExactly(
                        "cni/bridge",
                        "cni/flannel",
                        "cni/host-local",
                        "cni/loopback",
                        "cni/portmap",
                        "containerd",
                        "containerd-shim-runc-v2",
                        "crictl",
                        "ctr",
                        "etcd",
                        "etcdctl",
                        "etcdutl",
                        "kubeadm",
                        "kubectl",
                        "kubelet");
        assertThat(bundle.images(Architecture.AMD64))
                .extracting(BundleImage::name)
                .containsExactly(
                        "coredns",
                        "flannel",
                        "kube-apiserver",
                        "kube-controller-manager",
                        "kube-proxy",
                        "kube-scheduler",
                        "metrics-server",
                        "pause",
                        "urania-probe");
    }

    @Test
    void leavesOutWhatA32BitWorkerCannotRunAndWhatItsSystemHas() throws Exception {
        Bundle bundle = create(OLD, Architecture.ARM, everything("a test"));
        assertThat(bundle.files(Architecture.ARM))
                .extracting(BundleFile::name)
                .contains("kubelet")
                .doesNotContain("etcd", "containerd");
        assertThat(bundle.images(Architecture.ARM))
                .extracting(BundleImage::name)
                .contains("kube-proxy")
                .doesNotContain("kube-apiserver");
    }

    @Test
    void refusesAnArchitectureThatTheVersionDoesNotHave() {
        assertThatThrownBy(() -> create(VERSION, Architecture.ARM, everything("a test")))
                .hasMessageContaining("v1.36.3 has no programs for arm")
                .hasMessageContaining("1.26 is the last");
    }

    @Test
    void asksTheNextSourceForWhatTheFirstDoesNotHave() throws Exception {
        Fake files = new Fake("files only", artifact -> artifact instanceof Artifact.ProgramFile);
        Bundle bundle = create(VERSION, Architecture.AMD64, files, everything("the rest"));
        assertThat(bundle.file("kubelet", Architecture.AMD64).source()).isEqualTo("files only");
        assertThat(bundle.image("pause", Architecture.AMD64).source()).isEqualTo("the rest");
    }

    @Test
    void saysOfEverySourceWhyItDidNotHaveSomething() {
        Fake first = new Fake("upstream", artifact -> false);
        Fake second = new Fake("Go modules", artifact -> false);
        assertThatThrownBy(() -> create(VERSION, Architecture.AMD64, first, second))
                .hasMessageContaining("no source has kubeadm v1.36.3 for amd64")
                .hasMessageContaining("upstream: it is not here; Go modules: it is not here")
                .hasMessageContaining("v1.19.5");
    }

    @Test
    void makesTheSameBundleFromAMirrorInADirectoryAndOnAServer() throws Exception {
        Bundle original = create(VERSION, Architecture.AMD64, everything("a test"));
        Path copied = Files.createDirectory(directory.resolve("copied"));
        Path downloaded = Files.createDirectory(directory.resolve("downloaded"));
        try (Downloader downloader = new Downloader(Duration.ofSeconds(30));
                LocalServer server = serve(original)) {
            place = copied;
            sameContent(
                    original,
                    create(
                            VERSION,
                            Architecture.AMD64,
                            mirror(original.directory().toUri(), downloader)));
            place = downloaded;
            sameContent(original, create(VERSION, Architecture.AMD64, mirror(server.uri("/mirror"), downloader)));
        }
    }

    @Test
    void refusesAMirrorsFileThatDiffersFromItsManifest() throws Exception {
        Bundle original = create(VERSION, Architecture.AMD64, everything("a test"));
        Files.writeString(original.file("kubelet", Architecture.AMD64).path(), "changed");
        place = Files.createDirectory(directory.resolve("copied"));
        try (Downloader downloader = new Downloader(Duration.ofSeconds(30))) {
            assertThatThrownBy(() -> create(
                            VERSION,
                            Architecture.AMD64,
                            mirror(original.directory().toUri(), downloader)))
                    .hasMessageContaining("does not match its manifest");
        }
    }

    @Test
    void goesOnToTheNextSourceWhenTheMirrorHasAnotherVersionOrDoesNotAnswer() throws Exception {
        Bundle old = create(OLD, Architecture.AMD64, everything("a test"));
        place = Files.createDirectory(directory.resolve("copied"));
        URI nobody;
        try (LocalServer server = new LocalServer()) {
            nobody = server.uri("/");
        }
        try (Downloader downloader = new Downloader(Duration.ofSeconds(30))) {
            Bundle bundle = create(
                    VERSION,
                    Architecture.AMD64,
                    mirror(nobody, downloader),
                    mirror(old.directory().toUri(), downloader),
                    everything("the rest"));
            assertThat(bundle.file("kubelet", Architecture.AMD64).source()).isEqualTo("the rest");
            assertThat(bundle.file("etcd", Architecture.AMD64).source()).startsWith("file:");
        }
    }

    @Test
    void takesNothingFromAMirrorWithAnotherManifestThanTheExpectedOne() throws Exception {
        Bundle original = create(VERSION, Architecture.AMD64, everything("a test"));
        place = Files.createDirectory(directory.resolve("copied"));
        Path other = Files.createDirectory(directory.resolve("other"));
        try (Downloader downloader = new Downloader(Duration.ofSeconds(30));
                LocalServer server = serve(original)) {
            URI base = server.uri("/mirror");
            Mirror right = Mirror.parse(base.toString(), Optional.of(original.manifestSha256()));
            sameContent(original, create(VERSION, Architecture.AMD64, new MirrorSource(right, NONE, downloader)));
            place = other;
            Mirror wrong = Mirror.parse(base.toString(), Optional.of("0".repeat(64)));
            assertThatThrownBy(() -> create(
                            VERSION,
                            Architecture.AMD64,
                            new MirrorSource(wrong, NONE, downloader),
                            everything("the rest")))
                    .isInstanceOf(ArtifactException.class)
                    .hasMessageContaining("is not the expected manifest")
                    .hasMessageContaining(original.manifestSha256() + " instead of 0000");
        }
        assertThat(other.resolve("manifest.json")).doesNotExist();
    }

    @Test
    void takesNoMoreFromAMirrorThanItsManifestSays() throws Exception {
        Bundle original = create(VERSION, Architecture.AMD64, everything("a test"));
        place = Files.createDirectory(directory.resolve("copied"));
        try (Downloader downloader = new Downloader(Duration.ofSeconds(30));
                LocalServer server = serve(original)) {
            server.put("/mirror/amd64/files/kubeadm", new byte[1 << 20]);
            assertThatThrownBy(() -> create(VERSION, Architecture.AMD64, mirror(server.uri("/mirror"), downloader)))
                    .hasMessageContaining("kubeadm is not the expected file")
                    .hasMessageContaining("more than " + "kubeadm v1.36.3 for amd64".length() + " bytes");
        }
        assertThat(place.resolve("amd64/files/kubeadm")).isEmptyFile();
    }

    @Test
    void refusesAMirrorsFileThatIsNotTheOneThatItsProjectPublished() throws Exception {
        String address = "https://dl.k8s.io/release/v1.36.3/bin/linux/amd64/kubelet";
        UpstreamFiles published = UpstreamFiles.withSums(Map.of(address, "0".repeat(64)));
        Bundle original = create(VERSION, Architecture.AMD64, everything(address));
        place = Files.createDirectory(directory.resolve("copied"));
        try (Downloader downloader = new Downloader(Duration.ofSeconds(30))) {
            Mirror mirror = new Mirror(original.directory().toUri(), Optional.empty());
            assertThatThrownBy(
                            () -> create(VERSION, Architecture.AMD64, new MirrorSource(mirror, published, downloader)))
                    .isInstanceOf(ArtifactException.class)
                    .hasMessageContaining("has a modified kubelet v1.36.3 for amd64")
                    .hasMessageContaining("instead of 0000");
        }
    }

    private static ArtifactSource mirror(URI base, Downloader downloader) {
        return new MirrorSource(new Mirror(base, Optional.empty()), NONE, downloader);
    }

    private static LocalServer serve(Bundle bundle) throws IOException {
        LocalServer server = new LocalServer();
        try (Stream<Path> files = Files.walk(bundle.directory())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                server.put("/mirror/" + bundle.directory().relativize(file), Files.readAllBytes(file));
            }
        }
        return server;
    }

    private static void sameContent(Bundle original, Bundle copy) throws ArtifactException {
        copy.verify();
        assertThat(copy.files(Architecture.AMD64))
                .extracting(BundleFile::name, BundleFile::sha256)
                .containsExactlyElementsOf(original.files(Architecture.AMD64).stream()
                        .map(file -> tuple(file.name(), file.sha256()))
                        .toList());
        assertThat(copy.images(Architecture.AMD64)).hasSameSizeAs(original.images(Architecture.AMD64));
    }
}
