package io.urania.cluster.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.cluster.RepositoryRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SystemDocumentationTest {
    private static final Path FILE = RepositoryRoot.resolve("docs/operating-systems.md");

    /** With {@code -Durania.docs.write=true} the file is written first. */
    @Test
    void committedFileIsWhatTheSystemsSay() throws IOException {
        if (Boolean.getBoolean("urania.docs.write")) {
            Files.createDirectories(FILE.resolveSibling("."));
            Files.writeString(FILE, SystemDocumentation.markdown());
        }

        assertThat(FILE).hasContent(SystemDocumentation.markdown());
    }
}
