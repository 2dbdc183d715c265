package io.urania.control.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.urania.artifacts.Architecture;
import io.urania.artifacts.KubernetesVersion;
import io.urania.artifacts.bundle.Bundle;
import io.urania.artifacts.bundle.BundleCache;
import io.urania.artifacts.download.CheckedTexts;
import io.urania.artifacts.source.ArtifactSource;
import io.urania.artifacts.source.BundleContents;
import io.urania.artifacts.version.VersionTable;
import io.urania.cluster.operation.BundleNeeds;
import io.urania.control.failure.Refusal;
import io.urania.control.port.RecordedPerson;
import io.urania.control.port.Steps;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BundlesTest {

    private static final KubernetesVersion VERSION = new KubernetesVersion(1, 36, 3);
    private static final SortedSet<Architecture> AMD64 = new TreeSet<>(List.of(Architecture.AMD64));

    @TempDir
    private Path directory;

    @Test
    void aBundleOfAPersonsChoiceIsFilledUpByMakingItOnceMore() throws Exception {
        Path place = directory.resolve("bundle");
        Bundle small = create(withoutMetrics().on(AMD64), place);

        Bundle whole = create(BundleNeeds.usual(VERSION).on(AMD64), place);

        assertThat(small.manifest().image("metrics-server", Architecture.AMD64)).isEmpty();
        assertThat(whole.manifest().image("metrics-server", Architecture.AMD64)).isPresent();
        assertThat(whole.strays()).isEmpty();
    }

    @Test
    void aBundleForOtherHostsIsNotFilledUp() throws Exception {
        Path place = directory.resolve("bundle");
        create(withoutMetrics().on(AMD64), place);

        assertThatThrownBy(() ->
                        create(BundleNeeds.usual(VERSION).on(new TreeSet<>(List.of(Architecture.ARM64))), place))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("it has a bundle for Kubernetes v1.36.3 on amd64");
    }

    @Test
    void aDirectoryWithSomethingElseIsLeftAlone() throws Exception {
        Files.writeString(directory.resolve("mine"), "");

        assertThatThrownBy(() -> create(BundleNeeds.usual(VERSION).on(AMD64), directory))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("is not empty; specify a new directory");
    }

    @Test
    void aBundleOfTheCacheThatLacksSomethingIsNotLikelyAndIsFilledUp() throws Exception {
        try (Steps steps = steps()) {
            bundles().obtain(withoutMetrics().on(AMD64), Optional.empty(), steps);
            BundleContents usual = BundleNeeds.usual(VERSION).on(AMD64);

            assertThat(bundles().likely(withoutMetrics())).isPresent();
            assertThat(bundles().likely(usual)).isEmpty();
            Bundle whole = bundles().suiting(usual, steps);

            assertThat(bundles().likely(usual)).map(Bundle::directory).contains(whole.directory());
        }
    }

    private static BundleContents withoutMetrics() throws Exception {
        BundleContents usual = BundleNeeds.usual(VERSION);
        SequencedSet<String> components = new LinkedHashSet<>(usual.components());
        components.remove("metrics-server");
        return new BundleContents(VERSION, usual.architectures(), components);
    }

    private Bundle create(BundleContents contents, Path place) throws Exception {
        try (Steps steps = steps()) {
            return bundles().create(contents, Optional.empty(), place, steps);
        }
    }

    private Bundles bundles() {
        ArtifactSource empty = new EmptyFiles();
        return new Bundles(
                new BundleCache(directory.resolve("cache")),
                VersionTable::standard,
                (_, _) -> List.of(empty),
                new CheckedTexts(directory.resolve("texts")));
    }

    private static Steps steps() {
        return RecordedPerson.nobody().steps();
    }
}
