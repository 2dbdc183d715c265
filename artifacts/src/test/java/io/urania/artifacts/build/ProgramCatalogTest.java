package io.urania.artifacts.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.artifacts.KubernetesVersion;
import io.urania.artifacts.component.Component;
import io.urania.artifacts.component.ComponentImage;
import io.urania.artifacts.component.Components;
import io.urania.artifacts.component.ImageRecipe;
import io.urania.artifacts.component.Project;
import io.urania.artifacts.resource.Resources;
import io.urania.artifacts.version.VersionTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ProgramCatalogTest {
    private static final ProgramCatalog CATALOG = ProgramCatalog.standard();

    record Pinned(Program program, ProgramVersion version) {}

    static Stream<Pinned> pinned() throws IOException {
        return names("build").stream()
                .map(name -> CATALOG.find(name).orElseThrow())
                .flatMap(program -> program.versions().values().stream().map(version -> new Pinned(program, version)));
    }

    static Stream<KubernetesVersion> versions() {
        return VersionTable.standard().versionsWithGoSources().stream();
    }

    private static String resource(Pinned pinned, String file) {
        return new String(
                Resources.bytes("build/" + pinned.program().name() + "/"
                        + pinned.version().version() + "/" + file),
                StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @MethodSource("pinned")
    void pinsEverySourceOfAProgramByItsChecksum(Pinned pinned) {
        String module = resource(pinned, "go.mod");
        String sums = resource(pinned, "go.sum");
        assertThat(module).containsPattern("(?m)^go 1\\.\\d+");
        module.lines()
                .filter(line -> line.startsWith("\t") && line.matches("\t[^ ]+ v[^ ]+( // indirect)?"))
                .filter(line -> !module.contains("\t" + line.strip().split(" ", 2)[0] + " =>"))
                .filter(line -> !module.contains("replace " + line.strip().split(" ", 2)[0] + " =>"))
                .forEach(line -> {
                    String[] words = line.strip().split(" ", 3);
                    assertThat(sums).contains(words[0] + " " + words[1] + "/go.mod h1:");
                });
        pinned.version()
                .files()
                .forEach(file -> assertThat(resource(pinned, file)).isNotEmpty());
    }

    @ParameterizedTest
    @MethodSource("pinned")
    void replacesAModuleByADirectoryOnlyWhereItsChecksumIsPinnedElsewhere(Pinned pinned) {
        long directories = resource(pinned, "go.mod")
                .lines()
                .filter(line -> line.contains("=> .") || line.contains("=> /"))
                .count();
        assertThat(directories).isEqualTo(pinned.version().linked().isPresent() ? 1 : 0);
        pinned.version().linked().ifPresent(linked -> {
            assertThat(resource(pinned, "go.mod")).contains(linked.module() + " => ./" + LinkedModule.DIRECTORY);
            assertThat(linked.sum()).startsWith("h1:");
        });
    }

    @ParameterizedTest
    @MethodSource("versions")
    void hasEveryProgramOfAVersionThatTheTableSaysCanBeBuilt(KubernetesVersion version) throws Exception {
        for (String name : names("components")) {
            Component component = Components.standard().component(name.replace(".yaml", ""));
            for (Project project : component.projects()) {
                Optional<String> wanted = project.version(version);
                if (wanted.isPresent() && !project.programs().isEmpty()) {
                    assertThat(CATALOG.has(project.name(), wanted.get()))
                            .as(project.name() + " " + wanted.get())
                            .isTrue();
                }
            }
            for (ComponentImage image : component.images(version, "registry.example.com")) {
                ImageRecipe recipe = image.recipe();
                assertThat(CATALOG.has(recipe.project(), recipe.version()))
                        .as(recipe.toString())
                        .isTrue();
            }
        }
    }

    private static List<String> names(String folder) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/io/urania/artifacts", folder))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void offersNoKubernetesThatTheTableDoesNotName() {
        assertThat(CATALOG.find("kubernetes").orElseThrow().versions().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        versions().map(KubernetesVersion::toString).toList());
    }

    @Test
    void stampsTheVersionWhereKubernetesLooksForIt() {
        String flags = CATALOG.find("kubernetes").orElseThrow().linkerFlags("v1.36.3");
        assertThat(flags)
                .startsWith("-s -w ")
                .contains("-X k8s.io/component-base/version.gitVersion=v1.36.3")
                .contains("-X k8s.io/component-base/version.gitMinor=36")
                .contains("-X k8s.io/client-go/pkg/version.gitVersion=v1.36.3");
    }

    @ParameterizedTest
    @CsvSource({
        "k8s.io/kubernetes/cmd/kubelet,kubelet",
        "go.etcd.io/etcd/server/v3,server",
        "github.com/flannel-io/flannel,flannel"
    })
    void knowsHowGoNamesWhatItBuilds(String goPackage, String name) {
        assertThat(Program.builtName(goPackage)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "1.26.8,1.26.0,false",
        "1.26.0,1.26.0,false",
        "1.26,1.26.0,false",
        "1.25.9,1.26.0,true",
        "1.26rc1,1.27.0,true",
        "2.0,1.26.0,false"
    })
    void comparesGoVersionsByTheirNumbers(String found, String needed, boolean older) {
        assertThat(GoToolchain.isOlder(found, needed)).isEqualTo(older);
    }
}
