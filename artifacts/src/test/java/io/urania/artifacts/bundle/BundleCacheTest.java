package io.urania.artifacts.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.urania.artifacts.Architecture;
import io.urania.artifacts.ArtifactException;
import io.urania.artifacts.KubernetesVersion;
import io.urania.artifacts.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BundleCacheTest {
    private static final KubernetesVersion VERSION = new KubernetesVersion(1, 36, 3);
    private static final SortedSet<Architecture> BOTH = new TreeSet<>(List.of(Architecture.ARM64, Architecture.AMD64));

    @TempDir
    private Path directory;

    private final AtomicInteger made = new AtomicInteger();

    private void make(Path empty) {
        try {
            made.incrementAndGet();
            BundleWriter writer = new BundleWriter(empty);
            Files.writeString(writer.filePath("kubelet", Architecture.AMD64), "kubelet");
            writer.addFile("kubelet", Architecture.AMD64, "v1.36.3", "a test");
            writer.finish(VERSION, BOTH, List.of("kubernetes"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Bundle obtain(BundleCache.Maker maker) throws ArtifactException, InterruptedException {
        return new BundleCache(directory).obtain(VERSION, BOTH, maker, Progress.silent());
    }

    @Test
    void isWhereTheUserKeepsCaches() {
        Path home = Path.of("/home/clio");
        assertThat(BundleCache.defaultDirectory(Map.of(), home)).hasToString("/home/clio/.cache/urania");
        assertThat(BundleCache.defaultDirectory(Map.of("XDG_CACHE_HOME", ""), home))
                .hasToString("/home/clio/.cache/urania");
        assertThat(BundleCache.defaultDirectory(Map.of("XDG_CACHE_HOME", "/var/cache/clio"), home))
                .hasToString("/var/cache/clio/urania");
    }

    @Test
    void makesABundleOnceAndFindsItAfterwards() throws Exception {
        Bundle first = obtain(this::make);
        Bundle second = obtain(this::make);
        assertThat(made).hasValue(1);
        assertThat(first.directory()).isEqualTo(second.directory()).isEqualTo(directory.resolve("v1.36.3-amd64-arm64"));
        assertThat(first.file("kubelet", Architecture.AMD64).path()).hasContent("kubelet");
    }

    /** Whoever may write there decides what hosts get. */
    @Test
    void nobodyElseMayEnterItWhateverTheUmaskWas() throws Exception {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxrwxrwx"));
        obtain(this::make);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)))
                .isEqualTo("rwx------");

        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxrwxr-x"));
        new BundleCache(directory).widest(VERSION);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)))
                .isEqualTo("rwx------");

        Path missing = directory.resolve("cache/urania");
        new BundleCache(missing).obtain(VERSION, BOTH, this::make, Progress.silent());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(missing)))
                .isEqualTo("rwx------");
    }

    @Test
    void aCacheOfAnotherAccountIsNotUsed() throws Exception {
        obtain(this::make);
        giveAway(directory);

        assertThatThrownBy(() -> new BundleCache(directory).widest(VERSION)).hasStackTraceContaining("belongs to");
        assertThatThrownBy(() -> new BundleCache(directory).find(VERSION, BOTH)).hasStackTraceContaining("belongs to");
        assertThatThrownBy(() -> obtain(this::make)).hasStackTraceContaining("belongs to");
    }

    /** Whoever could write to the cache once has left it there. */
    @ParameterizedTest
    @ValueSource(strings = {"v1.36.3-amd64-arm64", "v1.36.3-amd64-arm64/manifest.json"})
    void whatAnotherAccountHasPutIntoItIsNotUsed(String part) throws Exception {
        obtain(this::make);
        giveAway(directory.resolve(part));

        assertThatThrownBy(() -> new BundleCache(directory).widest(VERSION))
                .hasMessageContainingAll("v1.36.3-amd64-arm64 is not used");
        assertThatThrownBy(() -> new BundleCache(directory).find(VERSION, BOTH))
                .hasMessageContainingAll("v1.36.3-amd64-arm64 is not used");
    }

    private static void giveAway(Path path) throws IOException {
        assumeTrue(System.getProperty("user.name").equals("root"), "needs root");
        Files.setOwner(
                path, path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("daemon"));
    }

    @Test
    void ofTheBundlesOfAVersionTheOneForMostArchitecturesIsTheWidest() throws Exception {
        BundleCache cache = new BundleCache(directory);
        assertThat(cache.widest(VERSION)).isEmpty();

        cache.obtain(VERSION, new TreeSet<>(List.of(Architecture.ARM64)), this::make, Progress.silent());
        Bundle both = obtain(this::make);
        cache.obtain(VERSION, new TreeSet<>(List.of(Architecture.AMD64)), this::make, Progress.silent());

        assertThat(cache.widest(VERSION)).map(Bundle::directory).contains(both.directory());
        assertThat(cache.widest(new KubernetesVersion(1, 36, 30))).isEmpty();
    }

    @Test
    void keepsNothingInPlaceWhenTheMakerFails() throws Exception {
        assertThatThrownBy(() -> obtain(empty -> {
                    writeHalf(empty);
                    throw new ArtifactException("no Go", "not on PATH", "install it");
                }))
                .hasMessageContaining("no Go");
        assertThat(new BundleCache(directory).find(VERSION, BOTH)).isEmpty();
        assertThat(obtain(this::make).files(Architecture.AMD64)).hasSize(1);
    }

    @Test
    void removesWhatAKilledMakerLeft() throws Exception {
        Path left = directory.resolve(".v1.36.3-amd64-arm64.unfinished");
        Files.createDirectories(left.resolve("amd64/files"));
        Files.writeString(left.resolve("amd64/files/old"), "half");
        Bundle bundle = obtain(this::make);
        assertThat(bundle.directory().resolve("amd64/files/old")).doesNotExist();
        assertThat(left).doesNotExist();
    }

    @Test
    void refusesABundleThatTheMakerDidNotFinish() {
        assertThatThrownBy(() -> obtain(BundleCacheTest::writeHalf)).hasMessageContaining("it has no manifest.json");
        assertThat(directory.resolve("v1.36.3-amd64-arm64")).doesNotExist();
    }

    @Test
    void letsOneMakerWorkWhileTheOthersWait() throws Exception {
        try (ExecutorService makers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Bundle>> bundles = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                Callable<Bundle> maker = () -> obtain(this::make);
                bundles.add(makers.submit(maker));
            }
            for (Future<Bundle> bundle : bundles) {
                assertThat(bundle.get().files(Architecture.AMD64)).hasSize(1);
            }
        }
        assertThat(made).hasValue(1);
    }

    private static void writeHalf(Path empty) {
        try {
            Files.createDirectories(empty.resolve("amd64/files"));
            Files.writeString(empty.resolve("amd64/files/kubelet"), "kub");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
