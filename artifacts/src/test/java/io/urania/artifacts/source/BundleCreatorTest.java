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
import io.urania.artifacts.version.VersionTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleCreatorTest {
    private static final KubernetesVersion VERSION = new KubernetesVersion(1, 36, 3);
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
                .create(version, new TreeSet<>(List.of(architecture)), place);
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
                    .hasMessageContaining("is not the file that its manifest names");
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

    private static ArtifactSource mirror(URI base, Downloader downloader) {
        return new MirrorSource(base, downloader);
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
