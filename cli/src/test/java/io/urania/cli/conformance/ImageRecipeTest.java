package io.urania.cli.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.artifacts.resource.Resources;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

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
    void linksBetweenToolsLeadToToolsAndTheShellKeepsEveryNameOfTheEnvironment() {
        ImageRecipe.Tools tools = ImageRecipe.tools(VERSION);

        assertThat(tools.programs()).containsAll(tools.links().values());
        assertThat(tools.links()).containsEntry("sh", "bash");
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
