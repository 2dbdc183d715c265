package io.urania.cluster.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.cluster.RepositoryRoot;
import io.urania.cluster.phases.ArticleRack;
import io.urania.cluster.preflight.Rule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChecklistTest {
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| `([a-z-]+)` \\| (error|warning|error, warning) \\| .+ \\|$");

    @TempDir
    Path directory;

    /** {@code unknown-fact} is no rule: it is what a host could not tell, to a rule or a task. */
    @Test
    void theDocumentationHasEveryRuleAndNoOther() throws Exception {
        List<String> documented = ROW.matcher(Files.readString(RepositoryRoot.resolve("docs/preflight.md")))
                .results()
                .map(row -> row.group(1))
                .filter(id -> !id.equals("unknown-fact"))
                .toList();
        ArticleRack rack = ArticleRack.of(directory, ArticleRack.NEWEST);

        assertThat(Checklist.rules(rack.deployment()).stream().map(Rule::id)).containsExactlyElementsOf(documented);
    }
}
