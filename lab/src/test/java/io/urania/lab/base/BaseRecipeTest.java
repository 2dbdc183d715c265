package io.urania.lab.base;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.lab.platform.Architecture;
import io.urania.lab.platform.Distribution;
import io.urania.lab.platform.Platform;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BaseRecipeTest {
    private static final AptConfiguration APT = new AptConfiguration(List.of(
            new AptSource("http://mirror.example/debian", "bookworm", List.of("main")),
            new AptSource("http://security.example/debian-security", "bookworm-security", List.of("main"))));
    private static final BaseTree TREES = new BaseTree(Path.of("/cache"));

    @Test
    void theTreesNameChangesWithItsRecipe() throws IOException {
        var one = new BaseRecipe("bookworm", "amd64", "http://mirror.example/debian", "deb …");
        var other = new BaseRecipe("bookworm", "amd64", "http://other.example/debian", "deb …");

        assertThat(one.name())
                .startsWith("bookworm-amd64-")
                .isNotEqualTo(other.name())
                .isEqualTo(new BaseRecipe("bookworm", "amd64", "http://mirror.example/debian", "deb …").name());
    }

    @Test
    void releaseAndArchitectureAreThoseOfThePlatformAndTheMirrorThatOfThisMachine() {
        assertThat(BaseRecipe.of(new Platform(Distribution.DEBIAN_13, Architecture.ARMHF), APT))
                .isEqualTo(new BaseRecipe("trixie", "armhf", "http://mirror.example/debian", """
                        deb http://mirror.example/debian trixie main
                        deb http://mirror.example/debian trixie-updates main
                        deb http://security.example/debian-security trixie-security main
                        """));
        assertThat(BaseRecipe.of(new Platform(Distribution.DEBIAN_11, Architecture.ARM64), APT))
                .extracting(BaseRecipe::release, BaseRecipe::architecture)
                .containsExactly("bullseye", "arm64");
    }

    @Test
    void eachPlatformHasATreeOfItsOwn() throws IOException {
        Set<Path> paths = new HashSet<>();
        for (Distribution distribution : Distribution.values()) {
            for (Architecture architecture : Architecture.values()) {
                paths.add(TREES.path(new Platform(distribution, architecture), APT));
            }
        }

        assertThat(paths).hasSize(Distribution.values().length * Architecture.values().length);
        assertThat(paths).extracting(path -> path.getFileName().toString()).anyMatch(name -> name.startsWith("arch-"));
    }

    @Test
    void archLinuxIsMadeOfADebianAndCalledAsItsProjectForTheArchitecture() throws IOException {
        var original = new ArchRecipe(BaseRecipe.of(new Platform(Distribution.ARCH, Architecture.AMD64), APT));
        var arm = new ArchRecipe(BaseRecipe.of(new Platform(Distribution.ARCH, Architecture.ARMHF), APT));

        assertThat(original.debian().release()).isEqualTo("bookworm");
        assertThat(List.of(original.id(), original.title())).containsExactly("arch", "Arch Linux");
        assertThat(List.of(arm.id(), arm.title())).containsExactly("archarm", "Arch Linux ARM");
        assertThat(original.name()).startsWith("arch-amd64-").isNotEqualTo(arm.name());
    }
}
