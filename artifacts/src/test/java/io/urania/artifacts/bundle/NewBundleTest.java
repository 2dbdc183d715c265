package io.urania.artifacts.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.urania.artifacts.ArtifactException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewBundleTest {
    @TempDir
    private Path directory;

    @Test
    void leavesNothingOfABundleThatCouldNotBeMade() throws Exception {
        NewBundle bundle = new NewBundle(directory.resolve("new"));

        assertThatThrownBy(() -> bundle.make(NewBundleTest::fail)).hasMessageContaining("no Go");

        assertThat(directory.resolve("new")).doesNotExist();
        bundle.make(UmaskedBundle::fill);
        assertThat(Bundle.open(directory.resolve("new")).strays()).isEmpty();
        assertThat(bundle.isTaken()).isTrue();
    }

    @Test
    void keepsADirectoryThatWasThereBefore() throws Exception {
        Path there = Files.createDirectory(directory.resolve("there"));

        assertThatThrownBy(() -> new NewBundle(there).make(NewBundleTest::fail)).hasMessageContaining("no Go");

        assertThat(there).isEmptyDirectory();
        assertThat(new NewBundle(there).isTaken()).isFalse();
    }

    @Test
    void beginsAnewWhereAMakerWasKilled() throws Exception {
        Path killed = Files.createDirectory(directory.resolve("killed"));
        Files.writeString(killed.resolve(".unfinished-urania-bundle"), "");
        Files.createDirectories(killed.resolve("amd64/files"));
        Files.writeString(killed.resolve("amd64/files/kubelet.part"), "ha");

        assertThat(new NewBundle(killed).isTaken()).isFalse();
        new NewBundle(killed).make(UmaskedBundle::fill);

        assertThat(Bundle.open(killed).strays()).isEmpty();
    }

    @Test
    void touchesNothingOfSomebodyElse() throws Exception {
        Files.writeString(directory.resolve("mine"), "");

        assertThat(new NewBundle(directory).isTaken()).isTrue();
    }

    private static void fail(Path empty) throws ArtifactException {
        try {
            Files.createDirectories(empty.resolve("arm64/files"));
            Files.writeString(empty.resolve("arm64/files/kubelet"), "half");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        throw new ArtifactException("no Go", "not on PATH", "install it");
    }
}
