package io.urania.cluster.phases.runtime;

import io.urania.cluster.Golden;
import io.urania.cluster.phases.ArticleRack;
import io.urania.cluster.phases.Systems;
import io.urania.engine.fact.Facts;
import io.urania.engine.system.SystemFact.Cgroups;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContainerRuntimeTest {

    @TempDir
    Path directory;

    @Test
    void placesPodNetworkAndCrictlsSettings() {
        ArticleRack rack = ArticleRack.of(directory, ArticleRack.NEWEST);
        Facts facts = Systems.facts(Systems.rackHost(Cgroups.V2));

        Golden.verify(
                getClass(), "10-flannel.conflist", rack.file("erato", "/etc/cni/net.d/10-flannel.conflist", facts));
        Golden.verify(getClass(), "crictl.yaml", rack.file("erato", "/etc/crictl.yaml", facts));
    }
}
