package io.urania.inventory.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {

    @TempDir
    Path directory;

    @Test
    void replacesAFileForItsOwnerOnly() throws Exception {
        Path file = Files.writeString(directory.resolve("file"), "before");

        WholeFile.write(file, "after");

        assertThat(Files.readString(file)).isEqualTo("after");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void aLinkInItsPlaceIsReplacedAndNotFollowed() throws Exception {
        Path other = Files.writeString(directory.resolve("other"), "another's");
        Path file = Files.createSymbolicLink(directory.resolve("file"), other);

        WholeFile.write(file, "after");

        assertThat(Files.isSymbolicLink(file)).isFalse();
        assertThat(Files.readString(other)).isEqualTo("another's");
    }

    @Test
    void aFailureNamesTheFileThatIsMeantAndLeavesNothing() throws Exception {
        Path folder = Files.createDirectories(directory.resolve("folder/full"));

        assertThatThrownBy(() -> WholeFile.write(folder.getParent(), "text"))
                .isInstanceOf(FileSystemException.class)
                .hasMessageStartingWith(folder.getParent() + ": ");
        assertThatThrownBy(() -> WholeFile.write(directory.resolve("missing/file"), "text"))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessage(directory.resolve("missing/file").toString());
        try (Stream<Path> left = Files.list(directory)) {
            assertThat(left).containsExactly(folder.getParent());
        }
    }
}
