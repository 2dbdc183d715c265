package io.urania.artifacts.debian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.urania.artifacts.Architecture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DebianTreeTest {
    @TempDir
    private Path root;

    private DebianTree tree() {
        return new DebianTree(root, Architecture.ARM64, List.of("nftables 1.0.6-2"));
    }

    @Test
    void findsAProgramThroughLinksThatBeginAtItsOwnRoot() throws IOException {
        Path real = Files.createDirectories(root.resolve("usr/sbin")).resolve("nft-real");
        Files.writeString(real, "program");
        Files.createSymbolicLink(root.resolve("usr/sbin/nft"), Path.of("/usr/sbin/nft-real"));
        assertThat(tree().program("nft")).isEqualTo(real);
    }

    @Test
    void findsAFileWhoseDirectoryWasMergedIntoUsr() throws IOException {
        Path real = Files.createDirectories(root.resolve("usr/lib")).resolve("loader");
        Files.writeString(real, "program");
        Files.createDirectories(root.resolve("sbin"));
        Files.createSymbolicLink(root.resolve("sbin/nft"), Path.of("/lib/loader"));
        assertThat(tree().program("nft")).isEqualTo(real);
    }

    @Test
    void namesThePackagesThatLackAProgram() {
        assertThatThrownBy(() -> tree().program("ip")).hasMessage("the packages [nftables 1.0.6-2] have no ip");
    }

    @Test
    void listsTheLibrariesOfTheArchitecture() throws IOException {
        Path extensions = Files.createDirectories(root.resolve("usr/lib/aarch64-linux-gnu/xtables"));
        Files.writeString(extensions.resolve("libxt_b.so"), "b");
        Files.writeString(extensions.resolve("libxt_a.so"), "a");
        Files.writeString(extensions.resolve("README"), "no library");
        assertThat(tree().libraries("xtables"))
                .containsExactly(extensions.resolve("libxt_a.so"), extensions.resolve("libxt_b.so"));
    }
}
