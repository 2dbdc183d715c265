package io.urania.artifacts.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.urania.artifacts.Architecture;
import io.urania.artifacts.ArtifactException;
import io.urania.artifacts.KubernetesVersion;
import io.urania.artifacts.resource.Resources;
import io.urania.artifacts.resource.YamlNode;
import io.urania.artifacts.version.VersionEntry;
import io.urania.artifacts.version.VersionTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ComponentsTest {
    private static final Path FILES = Path.of("src/main/resources/io/urania/artifacts/components");
    private static final String SUFFIX = ".yaml";

    private static final VersionTable TABLE = VersionTable.standard();

    static List<Component> components() throws IOException {
        try (Stream<Path> files = Files.list(FILES)) {
            return files.map(file -> file.getFileName().toString())
                    .sorted()
                    .map(name -> Components.standard().component(name.substring(0, name.length() - SUFFIX.length())))
                    .toList();
        }
    }

    private static KubernetesVersion version(VersionEntry entry) throws ArtifactException {
        return KubernetesVersion.parse(entry.minor() + ".0");
    }

    @ParameterizedTest
    @MethodSource("components")
    void haveNoTwoTextsForAMinor(Component component) {
        Stream.concat(
                        component.projects().stream().map(Project::versions),
                        component.imageRows().stream().map(Component.ImageRow::references))
                .forEach(texts -> {
                    List<MinorRange> ranges =
                            texts.rows().stream().map(ByMinor.Row::minors).toList();
                    for (int minor = 0; minor < 100; minor++) {
                        KubernetesVersion version = new KubernetesVersion(1, minor, 0);
                        assertThat(ranges.stream().filter(range -> range.contains(version)))
                                .hasSizeLessThan(2);
                    }
                });
    }

    @ParameterizedTest
    @MethodSource("components")
    void writeVersionsAsTheirProjectsTagThem(Component component) throws Exception {
        for (VersionEntry entry : TABLE.entries()) {
            for (Project project : component.projects()) {
                Optional<String> version = project.version(version(entry));
                // Up to 1.26 containerd is Debian's.
                if (version.isEmpty()) {
                    assertThat(project.name()).isEqualTo("containerd");
                    assertThat(entry.architectures()).contains(Architecture.ARM);
                } else {
                    assertThat(version.get()).matches("v?\\d+(\\.\\d+)*");
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("components")
    void nameTheirImagesInFull(Component component) throws Exception {
        for (VersionEntry entry : TABLE.entries()) {
            List<ComponentImage> images = component.images(version(entry), entry.registry());
            assertThat(images).hasSameSizeAs(component.imageRows());
            assertThat(images).allSatisfy(image -> {
                assertThat(image.reference()).matches("[a-z0-9.]+(/[a-z0-9-]+)+:v?\\d+(\\.\\d+)*(-\\d+)?");
                assertThat(image.recipe().path()).startsWith("/");
            });
        }
    }

    @ParameterizedTest
    @MethodSource("components")
    void haveAFolderForAllThatIsBuilt(Component component) {
        component
                .imageRows()
                .forEach(row -> assertThat(outputs(row.builtWith().name())).contains(row.program()));
        component.projects().stream()
                .filter(project -> !project.programs().isEmpty())
                .forEach(project -> assertThat(outputs(project.name()))
                        .containsAll(project.programs().stream()
                                .map(Project::programOf)
                                .toList()));
    }

    private static Set<String> outputs(String project) {
        return Resources.yaml("build/" + project + "/program.yaml")
                .node("outputs")
                .names();
    }

    @ParameterizedTest
    @CsvSource({
        "coredns, coredns, v1.19.5, k8s.gcr.io/coredns:1.7.0",
        "pause, pause, v1.19.5, k8s.gcr.io/pause:3.2",
        "kubernetes, kube-proxy, v1.19.5, k8s.gcr.io/kube-proxy:v1.19.5",
        "coredns, coredns, v1.36.3, registry.k8s.io/coredns/coredns:v1.14.7",
        "kubernetes, kube-apiserver, v1.36.3, registry.k8s.io/kube-apiserver:v1.36.3",
        "pause, pause, v1.36.3, registry.k8s.io/pause:3.10.2"
    })
    void nameImagesAsKubeadmOfThatVersionDoes(String component, String image, String version, String reference)
            throws ArtifactException {
        KubernetesVersion kubernetes = KubernetesVersion.parse(version);
        assertThat(Components.standard()
                        .image(
                                new ImageId(component, image),
                                kubernetes,
                                TABLE.entry(kubernetes).registry())
                        .reference())
                .isEqualTo(reference);
    }

    @Test
    void areReadWhenTheyAreAskedForAndOnce() {
        AtomicInteger read = new AtomicInteger();
        Components components = new Components(name -> {
            read.incrementAndGet();
            return Optional.of(YamlNode.of(
                    name, Map.of("projects", Map.of(name, Map.of("versions", Map.of("1.20 -", "v2"))))));
        });
        assertThat(read).hasValue(0);

        Project project = components.component("thing").project("thing");
        components.component("thing");

        assertThat(read).hasValue(1);
        assertThat(project.version(new KubernetesVersion(1, 19, 0))).isEmpty();
        assertThat(project.version(new KubernetesVersion(1, 40, 0))).contains("v2");
    }

    @Test
    void areThereOrNot() {
        assertThat(Components.standard().find("no-such-thing")).isEmpty();
        assertThatThrownBy(() -> Components.standard().component("no-such-thing"))
                .hasMessageContaining("there is no component no-such-thing");
    }

    @ParameterizedTest
    @CsvSource({"1.21,20,false", "1.21,21,true", "1.19 - 1.20,20,true", "1.19 - 1.20,21,false", "1.21 -,99,true"})
    void knowRangesOfMinors(String range, int minor, boolean contained) {
        assertThat(MinorRange.parse(range).contains(new KubernetesVersion(1, minor, 3)))
                .isEqualTo(contained);
        assertThat(MinorRange.parse(range).contains(new KubernetesVersion(2, minor, 3)))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"2.1", "1.19-1.20", "1.19 - 20", "- 1.19", "1"})
    void refuseWhatIsNoRange(String text) {
        assertThatThrownBy(() -> MinorRange.parse(text)).hasMessageContaining("is not a range of minor versions");
    }
}
