package io.urania.cluster.reader;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterInventoryTest {
    @TempDir
    private Path folder;

    @Test
    void thereIsNoClusterWithoutHosts() throws Exception {
        Path hosts = Files.writeString(folder.resolve("hosts.ini"), "[kube_control_plane]\n# pi1\n");

        assertThatThrownBy(() -> ClusterInventory.load(List.of(hosts)))
                .hasMessage("the inventory has no hosts; read: " + hosts
                        + "; list at least one host below 'hosts:', or in a section of an INI file");
    }
}
