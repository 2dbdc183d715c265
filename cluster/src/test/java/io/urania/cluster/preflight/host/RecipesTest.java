package io.urania.cluster.preflight.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.cluster.preflight.Finding;
import io.urania.engine.batch.Payload;
import io.urania.engine.resource.packages.BuiltPackageFact;
import io.urania.engine.resource.packages.BuiltPackageProbe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecipesTest {

    @TempDir
    private Path directory;

    @Test
    void aHostWithoutMakepkgIsToldBeforeAnythingIsBuilt() throws IOException {
        String recipe = "pkgname=tool\n";
        Path file = Files.writeString(directory.resolve("PKGBUILD"), recipe);
        String variables = "aur_packages: [{name: tool, pkgbuild: %s, sha256: '%s'}]\n"
                .formatted(file, Payload.text(recipe).sha256());

        assertThat(HostFindings.of(new NoRecipes(), directory, variables)
                        .with(HostFindings.ERATO, BuiltPackageProbe.of("tool"), new BuiltPackageFact.Impossible())
                        .found())
                .extracting(Finding::what)
                .containsExactly("it has no makepkg, and aur_packages asks for tool");
    }
}
