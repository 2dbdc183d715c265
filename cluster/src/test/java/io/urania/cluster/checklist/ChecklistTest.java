package io.urania.cluster.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.cluster.RepositoryRoot;
import io.urania.cluster.phases.ArticleRack;
import io.urania.cluster.phases.FactsOf;
import io.urania.cluster.phases.Systems;
import io.urania.cluster.preflight.Finding;
import io.urania.cluster.preflight.Rule;
import io.urania.cluster.preflight.Situation;
import io.urania.engine.system.OsRelease;
import io.urania.engine.system.SystemFact.Cgroups;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
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

        assertThat(Checklist.rules(rack.deployment(), rack.tasks()).stream().map(Rule::id))
                .containsExactlyElementsOf(documented);
    }

    @Test
    void whatIsNeededOfASystemIsWhatTheTasksInstall() {
        assertThat(missingOnArchLinux(ArticleRack.NEWEST)).isEmpty();
        assertThat(missingOnArchLinux(ArticleRack.ARTICLES_OWN))
                .hasSizeGreaterThan(1)
                .allSatisfy(finding ->
                        assertThat(finding.what()).isEqualTo("Arch Linux does not have containerd 1.6 or 1.7"));
    }

    /** The load balancer has no hatop there, and does without. */
    private List<Finding> missingOnArchLinux(String variables) {
        ArticleRack rack = ArticleRack.of(directory, variables);
        OsRelease arch = new OsRelease("arch", Set.of(), "Arch Linux", "", "");
        FactsOf facts = FactsOf.bareHosts(rack, Systems.saying(arch, Systems.rackHost(Cgroups.V2)));
        return Checklist.of(rack.deployment(), rack.tasks())
                .findings(new Situation(rack.spec(), rack.view(), facts.book()))
                .stream()
                .filter(finding -> finding.rule().equals("missing-software"))
                .toList();
    }
}
