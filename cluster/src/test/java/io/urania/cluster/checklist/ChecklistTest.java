package io.urania.cluster.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.cluster.phases.ArticleRack;
import io.urania.cluster.phases.FactsOf;
import io.urania.cluster.phases.Systems;
import io.urania.cluster.preflight.Finding;
import io.urania.cluster.preflight.Situation;
import io.urania.engine.system.OsRelease;
import io.urania.engine.system.SystemFact.Cgroups;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChecklistTest {
    @TempDir
    Path directory;

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
