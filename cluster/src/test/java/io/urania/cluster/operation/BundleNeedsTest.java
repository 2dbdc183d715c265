package io.urania.cluster.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.artifacts.Architecture;
import io.urania.artifacts.KubernetesVersion;
import io.urania.artifacts.bundle.Bundle;
import io.urania.artifacts.component.ImageId;
import io.urania.artifacts.source.Artifact;
import io.urania.artifacts.source.BundleContents;
import io.urania.artifacts.version.VersionEntry;
import io.urania.artifacts.version.VersionTable;
import io.urania.cluster.component.addon.AddOns;
import io.urania.cluster.component.network.NetworkPlugins;
import io.urania.cluster.phases.ArticleRack;
import io.urania.cluster.phases.TinyBundle;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleNeedsTest {
    private static final VersionTable TABLE = VersionTable.standard();
    private static final SortedSet<Architecture> AMD64 = new TreeSet<>(List.of(Architecture.AMD64));

    @TempDir
    private Path directory;

    private BundleContents needs(String variables) throws Exception {
        return BundleNeeds.of(
                ArticleRack.of(directory, ArticleRack.NEWEST + variables).spec());
    }

    private static List<String> names(BundleContents contents) throws Exception {
        return contents.on(AMD64).artifacts(TABLE).stream().map(Artifact::name).toList();
    }

    @Test
    void haveAnAddOnThatIsWantedAndNoOther() throws Exception {
        BundleContents without = needs("metrics_server_enabled: false\n");
        BundleContents with = needs("metrics_server_enabled: true\n");

        assertThat(names(without)).contains("coredns", "kubelet").doesNotContain("metrics-server");
        assertThat(names(with)).containsAll(names(without)).contains("metrics-server");
    }

    @Test
    void haveContainerdWhereItComesFromTheBundle() throws Exception {
        BundleContents old = BundleNeeds.of(
                ArticleRack.of(directory, ArticleRack.ARTICLES_OWN).spec());

        assertThat(old.components()).doesNotContain("containerd");
        assertThat(needs("").components()).contains("containerd");
    }

    @Test
    void areMetByABundleThatMostClustersNeed() throws Exception {
        KubernetesVersion version =
                ArticleRack.of(directory, ArticleRack.NEWEST).spec().kubernetes();
        VersionEntry entry = TABLE.entry(version);
        Bundle usual = TinyBundle.write(directory.resolve("bundle"), entry, version);

        assertThat(needs("metrics_server_enabled: true\n").missingIn(usual, TABLE))
                .isEmpty();
    }

    /** Who runs an image names the component that has it. */
    @Test
    void nameTheComponentsOfAllImages() throws Exception {
        ArticleRack rack = ArticleRack.of(directory, ArticleRack.NEWEST);
        Stream<ImageId> ofAddOns = AddOns.ALL.stream()
                .flatMap(addOn -> rack.spec().nodes().stream()
                        .flatMap(node -> addOn.images(rack.spec(), node).stream())
                        .peek(image -> assertThat(addOn.components()).contains(image.component())));
        Stream<ImageId> ofPlugins = NetworkPlugins.ALL.stream()
                .flatMap(plugin -> plugin.images().stream()
                        .peek(image -> assertThat(plugin.components()).contains(image.component())));

        assertThat(Stream.concat(ofAddOns, ofPlugins))
                .allSatisfy(image -> assertThat(rack.deployment().artifacts().reference(image))
                        .contains(":"));
    }
}
