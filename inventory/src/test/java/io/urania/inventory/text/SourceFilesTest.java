package io.urania.inventory.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.urania.inventory.problem.Findings;
import io.urania.inventory.problem.InventoryException;
import io.urania.inventory.vault.Vault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read of one inventory has an end. */
final class SourceFilesTest {

    @TempDir
    private Path directory;

    private final Findings findings = new Findings();

    @Test
    void foldersWithMoreFilesThanAnInventoryHasAreToldOnce() throws IOException {
        SourceFiles files = new SourceFiles(Vault.closed(), findings, new FileBudget(3, 1024));
        write("one/a", "");
        write("one/b", "");
        write("two/c", "");
        write("two/d", "");
        Files.createSymbolicLink(directory.resolve("link"), directory.resolve("two"));

        assertThat(files.read(directory.resolve("two"))).isEmpty();
        assertThat(findings.hasErrors()).isTrue();
        assertThat(files.list(directory.resolve("one"))).containsExactly("a", "b");
        assertThat(files.list(directory.resolve("link"))).isEmpty();
        assertThat(files.list(directory.resolve("one"))).isEmpty();
        assertThat(files.read(directory.resolve("one/a"))).isEmpty();
        assertThatThrownBy(findings::throwIfErrors)
                .isInstanceOfSatisfying(
                        InventoryException.class,
                        refused -> assertThat(refused.problems())
                                .singleElement()
                                .satisfies(problem -> assertThat(problem.toString())
                                        .startsWith(directory.resolve("link").toString())
                                        .contains("larger than 3 files")
                                        .contains(directory.resolve("two") + "; a symbolic link may lead out")
                                        .contains("remove the link")));
    }

    @Test
    void theBytesOfAllFilesAreCounted() throws IOException {
        SourceFiles files = new SourceFiles(Vault.closed(), findings, new FileBudget(100, 10));
        write("a", "a: 1234");

        assertThat(files.read(directory.resolve("a"))).isPresent();
        assertThat(files.read(directory.resolve("a"))).isEmpty();
        assertThat(findings.hasErrors()).isTrue();
    }

    private void write(String name, String text) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
