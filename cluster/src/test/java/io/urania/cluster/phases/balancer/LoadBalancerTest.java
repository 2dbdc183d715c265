package io.urania.cluster.phases.balancer;

import io.urania.cluster.Golden;
import io.urania.cluster.phases.ArticleRack;
import io.urania.cluster.phases.Systems;
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

    private String text(String variables) {
        return ArticleRack.of(directory, variables)
                .file("balancer", "/etc/haproxy/haproxy.cfg", Systems.facts(Systems.raspberryPi(4)));
    }
}
