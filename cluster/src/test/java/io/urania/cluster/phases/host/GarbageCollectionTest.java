package io.urania.cluster.phases.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.cluster.phases.ArticleRack;
import io.urania.cluster.phases.Systems;
import io.urania.engine.fact.Facts;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GarbageCollectionTest {

    private static final List<String> UNITS = List.of(
            "/etc/systemd/system/kubelet.service",
            "/etc/systemd/system/containerd.service",
            "/etc/systemd/system/etcd.service");

    private final Facts small = Systems.facts(Systems.raspberryPi(1));
    private final Facts large = Systems.facts(Systems.raspberryPi(4));

    @TempDir
    private Path directory;

    @Test
    void programsOfSmallHostsCollectEarly() {
        ArticleRack rack = ArticleRack.of(directory, ArticleRack.NEWEST);

        assertThat(UNITS).allSatisfy(unit -> {
            assertThat(rack.file("pandore", unit, small)).contains("\nEnvironment=GOGC=30\n");
            assertThat(rack.file("pandore", unit, large)).doesNotContain("GOGC");
        });
    }

    @Test
    void anInventorySaysOtherwise() {
        ArticleRack rack = ArticleRack.of(directory, ArticleRack.NEWEST + "go_gc_percent: 100\n");

        assertThat(UNITS)
                .allSatisfy(
                        unit -> assertThat(rack.file("pandore", unit, small)).contains("\nEnvironment=GOGC=100\n"));
    }
}
