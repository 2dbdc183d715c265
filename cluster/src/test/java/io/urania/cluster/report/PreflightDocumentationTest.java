package io.urania.cluster.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.cluster.RepositoryRoot;
import io.urania.cluster.checklist.Checklist;
import io.urania.cluster.phases.ArticleRack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreflightDocumentationTest {
    private static final Path FILE = RepositoryRoot.resolve("docs/preflight.md");

    @TempDir
    Path directory;

    /** With {@code -Durania.docs.write=true} the file is written first. */
    @Test
    void committedFileIsWhatTheRulesSay() throws IOException {
        ArticleRack rack = ArticleRack.of(directory, ArticleRack.NEWEST);
        String markdown = PreflightDocumentation.markdown(Checklist.rules(rack.deployment(), rack.tasks()));
        if (Boolean.getBoolean("urania.docs.write")) {
            Files.writeString(FILE, markdown);
        }

        assertThat(FILE).hasContent(markdown);
    }
}
