package io.urania.cluster.phases.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.cluster.phases.ArticleRack;
import io.urania.cluster.reader.ClusterReading;
import io.urania.cluster.reader.RackFiles;
import io.urania.engine.batch.Payload;
import io.urania.engine.resource.packages.BuiltPackage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuiltPackagesTest {

    private static final String RECIPE = "pkgname=kubelet-bin\n";

    @TempDir
    private Path directory;

    @Test
    void recipesAreBuiltInTheOrderOfTheInventory() throws IOException {
        String sum = Payload.text(RECIPE).sha256();
        ArticleRack rack = ArticleRack.of(
                directory,
                "aur_packages:\n" + element("kubelet-bin", recipe(), sum) + element("kubeadm-bin", recipe(), sum));

        BuiltPackage first = (BuiltPackage) rack.work("erato", "built package kubelet-bin");
        assertThat(first.recipe().text()).isEqualTo(RECIPE);
        String host = rack.node("erato").name();
        assertThat(rack.tasks())
                .filteredOn(task -> task.id().equals(BuiltPackage.task(host, "kubeadm-bin")))
                .singleElement()
                .satisfies(task -> assertThat(task.needs()).contains(BuiltPackage.task(host, "kubelet-bin")));
    }

    @Test
    void aRecipeThatNobodyHasReadIsRefused() throws IOException {
        ClusterReading reading = new RackFiles(directory)
                .withVariables("aur_packages:\n" + element("kubelet-bin", recipe(), "0".repeat(64)));

        assertThat(reading.errors()).anySatisfy(problem -> {
            assertThat(problem.what())
                    .endsWith("has the SHA-256 " + Payload.text(RECIPE).sha256());
            assertThat(problem.why()).contains("another recipe than the one of kubelet-bin that was read");
            assertThat(problem.position()).isNotNull();
        });
    }

    @Test
    void aPackageThatIsListedTwiceIsRefused() throws IOException {
        String element = element("kubelet-bin", recipe(), Payload.text(RECIPE).sha256());
        ClusterReading reading = new RackFiles(directory).withVariables("aur_packages:\n" + element + element);

        assertThat(reading.errors())
                .anySatisfy(problem -> assertThat(problem.what()).isEqualTo("aur_packages lists kubelet-bin twice"));
    }

    @Test
    void aRecipeThatIsNotThereIsTold() {
        ClusterReading reading = new RackFiles(directory)
                .withVariables("aur_packages:\n" + element("kubelet-bin", Path.of("aur/PKGBUILD"), "0".repeat(64)));

        assertThat(reading.errors())
                .anySatisfy(problem ->
                        assertThat(problem.what()).isEqualTo("aur_packages lists aur/PKGBUILD, which cannot be used"));
    }

    @Test
    void aRecipeWithoutASumIsRefused() {
        ClusterReading reading =
                new RackFiles(directory).withVariables("aur_packages: [{name: kubelet-bin, pkgbuild: aur/PKGBUILD}]");

        assertThat(reading.errors())
                .anySatisfy(
                        problem -> assertThat(problem.toString()).contains("a mapping of name, pkgbuild", "sha256:"));
    }

    private Path recipe() throws IOException {
        return Files.writeString(directory.resolve("PKGBUILD"), RECIPE);
    }

    private static String element(String name, Path file, String sum) {
        return "  - {name: %s, pkgbuild: %s, sha256: '%s'}\n".formatted(name, file, sum);
    }
}
