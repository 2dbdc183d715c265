package io.urania.artifacts.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.urania.artifacts.Architecture;
import io.urania.artifacts.ArtifactException;
import io.urania.artifacts.build.sample.SampleModule;
import io.urania.artifacts.command.Command;
import io.urania.artifacts.files.Sha256;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoBuildTest {
    @TempDir
    private Path directory;

    private GoBuild build(String workspace) {
        return new GoBuild(ProgramCatalog.standard(), directory.resolve(workspace));
    }

    @Test
    void buildsTheSameBytesInAnyDirectoryForAnotherArchitecture() throws Exception {
        assumeTrue(hasGo(), "there is no go on PATH");
        SortedMap<String, Path> first = build("first").build("urania", "v1", Architecture.ARM64);
        SortedMap<String, Path> second = build("second").build("urania", "v1", Architecture.ARM64);
        assertThat(first).containsOnlyKeys("iptables-wrapper", "pause", "urania-probe");
        for (String name : first.keySet()) {
            assertThat(Sha256.of(second.get(name))).as(name).isEqualTo(Sha256.of(first.get(name)));
        }
    }

    @Test
    void compilesTestsOfAnotherCatalogAsProgramsThatRunThem() throws Exception {
        assumeTrue(hasGo(), "there is no go on PATH");
        GoBuild build = new GoBuild(ProgramCatalog.beside(SampleModule.class), directory.resolve("sample"));

        SortedMap<String, Path> built = build.build("sample", "v1", ofThisMachine());

        assertThat(built).containsOnlyKeys("sample", "sample.test");
        Command tests = new Command(List.of(built.get("sample.test").toString(), "-test.v"), directory, Map.of());
        assertThat(tests.output(directory.resolve("log"))).contains("--- PASS: TestAnswer");
    }

    @Test
    void namesTheVersionsThatArePinnedWhenAskedForAnother() {
        assertThatThrownBy(() -> build("none").build("kubernetes", "v1.36.0", Architecture.AMD64))
                .hasMessageContaining("kubernetes v1.36.0 cannot be built")
                .hasMessageContaining("v1.36.3");
    }

    private static Architecture ofThisMachine() throws ArtifactException {
        return Architecture.parse(System.getProperty("os.arch"));
    }

    private static boolean hasGo() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .anyMatch(path -> Files.isExecutable(Path.of(path, "go")));
    }
}
