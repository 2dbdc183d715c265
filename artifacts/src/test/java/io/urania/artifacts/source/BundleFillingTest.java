package io.urania.artifacts.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.urania.artifacts.Architecture;
import io.urania.artifacts.KubernetesVersion;
import io.urania.artifacts.Progress;
import io.urania.artifacts.bundle.Bundle;
import io.urania.artifacts.bundle.BundleManifest;
import io.urania.artifacts.upstream.UpstreamFiles;
import io.urania.artifacts.version.VersionTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bundle that lacks metrics-server gets it. */
class BundleFillingTest {
    private static final BundleContents USUAL = Usual.contents(new KubernetesVersion(1, 36, 3), Architecture.AMD64);
    private static final String LACKING = "metrics-server";

    @TempDir
    private Path directory;

    @TempDir
    private Path whole;

    private Bundle bundle() throws Exception {
        return Bundle.open(directory);
    }

    @BeforeEach
    void makeABundleByNeed() throws Exception {
        SequencedSet<String> components = new LinkedHashSet<>(USUAL.components());
        components.remove(LACKING);
        creator(new DescribedSource(new ArrayList<>()))
                .create(new BundleContents(USUAL.kubernetes(), USUAL.architectures(), components), directory);
    }

    private static BundleCreator creator(ArtifactSource source) {
        return new BundleCreator(VersionTable.standard(), List.of(source), Progress.silent());
    }

    private static void verify(Bundle bundle) throws Exception {
        new BundleVerification(VersionTable.standard(), UpstreamFiles.withSums(Map.of()))
                .verify(bundle, Optional.empty());
    }

    @Test
    void hasOnlyWhatIsNeeded() throws Exception {
        verify(bundle());
        assertThat(bundle().manifest().components()).doesNotContain(LACKING);
        assertThat(bundle().manifest().image(LACKING, Architecture.AMD64)).isEmpty();
        assertThat(USUAL.missingIn(bundle(), VersionTable.standard()))
                .extracting(Artifact::name)
                .containsExactly(LACKING);
    }

    @Test
    void addsWhatIsMissingAndNothingElse() throws Exception {
        List<BundleManifest.Item> before = bundle().manifest().files();
        List<String> fetched = new ArrayList<>();

        creator(new DescribedSource(fetched)).fill(bundle(), USUAL);

        assertThat(fetched).containsExactly(LACKING);
        assertThat(bundle().manifest().files()).isEqualTo(before);
        assertThat(bundle().manifest().components()).containsExactlyInAnyOrderElementsOf(USUAL.components());
        assertThat(bundle().image(LACKING, Architecture.AMD64).path())
                .isEqualTo(directory.resolve("amd64/images/metrics-server.tar"));
        verify(bundle());
    }

    @Test
    void hasTheSameManifestAsOneThatWasMadeWhole() throws Exception {
        creator(new DescribedSource(new ArrayList<>())).fill(bundle(), USUAL);
        creator(new DescribedSource(new ArrayList<>())).create(USUAL, whole);

        assertThat(bundle().manifestSha256()).isEqualTo(Bundle.open(whole).manifestSha256());
    }

    @Test
    void fetchesNothingWhereNothingIsMissing() throws Exception {
        creator(new DescribedSource(new ArrayList<>())).fill(bundle(), USUAL);
        List<String> fetched = new ArrayList<>();
        String manifest = bundle().manifestSha256();

        creator(new DescribedSource(fetched)).fill(bundle(), USUAL);

        assertThat(fetched).isEmpty();
        assertThat(bundle().manifestSha256()).isEqualTo(manifest);
    }

    @Test
    void replacesWhatIsThereInAnotherVersion() throws Exception {
        Path manifest = directory.resolve(BundleManifest.FILE_NAME);
        Files.writeString(
                manifest, Files.readString(manifest).replace("\"version\": \"v1.36.0\"", "\"version\": \"v1.0.0\""));
        assertThat(USUAL.missingIn(bundle(), VersionTable.standard()))
                .extracting(Artifact::name)
                .containsExactlyInAnyOrder("crictl", LACKING);

        creator(new DescribedSource(new ArrayList<>())).fill(bundle(), USUAL);

        assertThat(bundle().file("crictl", Architecture.AMD64).version()).isEqualTo("v1.36.0");
        assertThat(directory.resolve("amd64/files/crictl")).doesNotExist();
        verify(bundle());
        assertThat(Files.isExecutable(
                        bundle().file("crictl", Architecture.AMD64).path()))
                .isTrue();
    }

    @Test
    void leavesTheBundleAsItWasWhereASourceFails() throws Exception {
        String before = bundle().manifestSha256();
        ArtifactSource none = new ArtifactSource() {
            @Override
            public String description() {
                return "nothing";
            }

            @Override
            public Answer fetch(Artifact artifact, Path destination) {
                return new Answer.Unavailable("it has nothing");
            }
        };

        assertThatThrownBy(() -> creator(none).fill(bundle(), USUAL)).hasMessageContaining("it has nothing");

        assertThat(bundle().manifestSha256()).isEqualTo(before);
        verify(bundle());
        assertThat(directory.toFile().list()).containsExactlyInAnyOrder("amd64", "manifest.json");
    }

    @Test
    void leavesTheBundleAsItWasWhereItIsKilled() throws Exception {
        String before = bundle().manifestSha256();

        assertThat(runKilled()).isEqualTo(KilledFilling.STATUS);

        assertThat(directory.resolve(".added")).isDirectory();
        assertThat(bundle().manifestSha256()).isEqualTo(before);
        verify(bundle());

        creator(new DescribedSource(new ArrayList<>())).fill(bundle(), USUAL);

        verify(bundle());
        assertThat(directory.toFile().list()).containsExactlyInAnyOrder("amd64", "manifest.json");
    }

    private int runKilled() throws IOException, InterruptedException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledFilling.class.getName(),
                        directory.toString())
                .inheritIO()
                .start()
                .waitFor();
    }
}
