package io.urania.cluster.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.cluster.RepositoryRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PhaseDocumentationTest {
    private static final Path FILE = RepositoryRoot.resolve("docs/phases.md");

    /** With {@code -Durania.docs.write=true} the file is written first. */
    @Test
    void committedFileIsWhatThePhasesSay() throws IOException {
        if (Boolean.getBoolean("urania.docs.write")) {
            Files.createDirectories(FILE.resolveSibling("."));
            Files.writeString(FILE, PhaseDocumentation.markdown());
        }

        assertThat(FILE).hasContent(PhaseDocumentation.markdown());
    }
}
