package io.urania.cluster.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.cluster.phases.ArticleRack;
import io.urania.engine.distribution.Peer;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeersTest {

    @TempDir
    Path directory;

    @Test
    void hostsAreNearEachOtherInTheRacksThatTheirLabelsName() {
        ArticleRack rack = ArticleRack.of(directory, ArticleRack.NEWEST);

        Map<String, Peer> peers = Peers.of(rack.spec());

        assertThat(peers).hasSameSizeAs(rack.spec().hosts());
        rack.spec()
                .nodes()
                .forEach(node -> assertThat(peers.get(node.host().name()))
                        .isEqualTo(new Peer(
                                node.host().accessAddress().toString(),
                                java.util.Optional.ofNullable(node.labels().get("my.topology/rack")),
                                "/var/lib/urania/files")));
        assertThat(peers.values().stream().flatMap(peer -> peer.neighbourhood().stream()))
                .contains("rpi-rack1", "rpi-rack2", "rpi-rack3");
    }
}
