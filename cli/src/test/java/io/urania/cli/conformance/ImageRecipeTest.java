package io.urania.cli.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.artifacts.resource.Resources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ImageRecipeTest {

    private static final String VERSION = "v1.36.3";
    private static final Set<String> BUILT = Set.of(
            "kubernetes-tests/agnhost",
            "kubernetes-tests/nonewprivs",
            "kubernetes-tests/sample-apiserver",
            "etcd/etcd");

    @Test
    void everyImageHasNamesOfItsOwnAndSomethingToRun() {
        assertThat(SuiteImages.names(VERSION))
                .hasSizeGreaterThan(10)
                .doesNotHaveDuplicates()
                .allSatisfy(name -> assertThat(name).matches("registry\\.k8s\\.io/[a-z0-9/-]+:[a-z0-9.-]+"));
        assertThat(ImageRecipe.all(VERSION))
                .allSatisfy(recipe -> assertThat(recipe.runs().entryPoint().isEmpty()
                                && recipe.runs().command().isEmpty())
                        .as(recipe.names().toString())
                        .isFalse());
    }

    @Test
    void onlyWhatIsBuiltIsPutIntoImagesAndAllOfItIs() {
        Set<String> used = new TreeSet<>();
        ImageRecipe.all(VERSION).forEach(recipe -> {
            used.addAll(recipe.programs().values());
            assertThat(recipe.programs().keySet()).containsAll(recipe.setuid());
        });

        assertThat(used).isEqualTo(BUILT);
    }

    @Test
    void linksBetweenToolsLeadToTools() {
        ImageRecipe.Tools tools = ImageRecipe.tools(VERSION);

        assertThat(tools.programs()).containsAll(tools.links().values());
    }

    @Test
    void theShellKeepsEveryNameOfTheEnvironmentAndSpeaksAsBusyboxDoes(@TempDir Path directory) throws Exception {
        Path shell = Files.writeString(
                directory.resolve("sh"), ImageRecipe.tools(VERSION).scripts().get("sh"));
        Files.setPosixFilePermissions(shell, PosixFilePermissions.fromString("rwxr-xr-x"));

        assertThat(said(shell, Map.of("data-1", "one"), "env | grep data-")).isEqualTo("data-1=one\n");
        assertThat(said(shell, Map.of(), "echo x >/nowhere/file"))
                .isEqualTo(shell + ": can't create /nowhere/file: nonexistent directory\n");
    }

    private static String said(Path shell, Map<String, String> environment, String command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(shell.toString(), "-c", command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> !name.equals("PATH"));
        builder.environment().putAll(environment);
        return new String(builder.start().getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void theSuiteAndItsProgramsArePinned() {
        assertThat(SuitePrograms.has(VERSION)).isTrue();
        assertThat(SuitePrograms.has("v1.0.0")).isFalse();
        String module = resource("go.mod");
        String sums = resource("go.sum");
        module.lines()
                .filter(line -> line.matches("\t[^ ]+ v[^ ]+( // indirect)?"))
                .map(line -> line.strip().split(" ", 3))
                .filter(words -> !module.contains("\t" + words[0] + " =>"))
                .forEach(words -> assertThat(sums).contains(words[0] + " " + words[1] + "/go.mod h1:"));
        assertThat(module)
                .contains("\tk8s.io/kubernetes " + VERSION, "\tgithub.com/onsi/ginkgo/v2 v")
                .doesNotContain("=> .", "=> /");
    }

    private static String resource(String name) {
        return new String(
                Resources.bytes(ImageRecipeTest.class, "kubernetes-tests/" + VERSION + "/" + name),
                StandardCharsets.UTF_8);
    }
}
