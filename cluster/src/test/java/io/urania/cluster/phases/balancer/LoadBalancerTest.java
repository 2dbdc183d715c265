package io.urania.cluster.phases.balancer;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.cluster.Golden;
import io.urania.cluster.phases.ArticleRack;
import io.urania.cluster.phases.Systems;
import io.urania.cluster.reader.RackFiles;
import io.urania.cluster.spec.ClusterSpec;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadBalancerTest {

    @TempDir
    Path directory;

    @Test
    void asksTheApiServersWhetherTheyAreReady() {
        Golden.verify(getClass(), "haproxy.cfg", text(ArticleRack.NEWEST));
    }

    @Test
    void isContentWithAHandshakeWhereNobodyMayAskWithoutName() {
        Golden.verify(
                getClass(),
                "haproxy-without-anonymous-requests.cfg",
                text(ArticleRack.NEWEST + "kube_api_anonymous_auth: false\n"));
    }

    @Test
    void onANodeItServesThatNodeAndTellsItsHealth() {
        Golden.verify(getClass(), "haproxy-of-a-node.cfg", ofANode(""));
    }

    @Test
    void itTellsNoHealthWhereNobodyAsks() {
        assertThat(ofANode("loadbalancer_apiserver_healthcheck_port: 0")).doesNotContain("monitor");
    }

    private String ofANode(String variables) {
        ClusterSpec spec =
                new RackFiles(directory).withoutBalancer(variables).spec().orElseThrow();
        return HaProxyConfiguration.text(
                spec, spec.localBalancers().getFirst(), "/var/lib/haproxy", "/run/haproxy/admin.sock");
    }

    private String text(String variables) {
        return ArticleRack.of(directory, variables)
                .file("balancer", "/etc/haproxy/haproxy.cfg", Systems.facts(Systems.raspberryPi(4)));
    }
}
