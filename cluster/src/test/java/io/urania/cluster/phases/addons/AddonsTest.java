package io.urania.cluster.phases.addons;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.cluster.Golden;
import io.urania.cluster.phases.ArticleRack;
import io.urania.cluster.phases.Systems;
import io.urania.engine.system.SystemFact.Cgroups;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AddonsTest {
    private static final String UNIT = "/etc/systemd/system/urania-node-local-dns.service";

    @TempDir
    Path directory;

    @Test
    void everyNodeHasTheCachesAddress() {
        ArticleRack rack = ArticleRack.of(directory, ArticleRack.NEWEST);

        Golden.verify(
                getClass(),
                "urania-node-local-dns.service",
                rack.file("erato", UNIT, Systems.facts(Systems.rackHost(Cgroups.V2))));
        assertThat(rack.tasks())
                .filteredOn(task -> task.id().name().equals("service urania-node-local-dns.service"))
                .hasSize(12);
    }

    @Test
    void withoutCacheThereIsNoAddress() {
        ArticleRack rack = ArticleRack.of(directory, ArticleRack.NEWEST + "enable_nodelocaldns: false\n");

        assertThat(rack.tasks()).noneMatch(task -> task.id().name().contains("node-local-dns"));
    }
}
