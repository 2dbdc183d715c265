package io.urania.lab.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.urania.lab.inventory.ArticleInventory;
import io.urania.lab.layout.NodeSelection;
import io.urania.lab.layout.RackNetwork;
import io.urania.lab.layout.RackNode;
import io.urania.lab.layout.Role;
import io.urania.lab.platform.Architecture;
import io.urania.lab.platform.Distribution;
import io.urania.lab.platform.Platform;
import io.urania.lab.report.RackException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeculiarityTest {
    @ParameterizedTest
    @CsvSource({"2, clio", "3, erato", "5, erato", "12, thalia"})
    void theFirstNodeIsNoisyTheLastIsPisAndTheBalancerSpeaksFrench(String nodes, String last)
            throws RackException, IOException {
        assertThat(peculiarities(nodes.equals("2") ? "pandore,clio" : nodes))
                .containsExactly(
                        entry("pandore", Peculiarity.NOISY_PROFILE),
                        entry(last, Peculiarity.SUDO_LOGIN),
                        entry("balancer", Peculiarity.FRENCH));
    }

    @Test
    void anOnlyNodeIsPis() throws RackException, IOException {
        assertThat(peculiarities("1"))
                .containsExactly(entry("pandore", Peculiarity.SUDO_LOGIN), entry("balancer", Peculiarity.FRENCH));
    }

    @Test
    void sudoIsWhereItWorks() {
        Architecture foreign = Arrays.stream(Architecture.values())
                .filter(Architecture::isForeign)
                .findFirst()
                .orElseThrow();
        var pandore = new RackNode("pandore.example", "10.42.253.40", Role.CONTROL_PLANE);
        var clio = new RackNode("clio.example", "10.42.253.45", Role.INFRA);
        RackNode thalia = new RackNode("thalia.example", "10.42.253.51", Role.WORKER)
                .withPlatform(new Platform(Distribution.DEBIAN_12, foreign));

        assertThat(Peculiarity.of(List.of(pandore, clio, thalia)))
                .containsExactly(entry("pandore", Peculiarity.NOISY_PROFILE), entry("clio", Peculiarity.SUDO_LOGIN));
        assertThat(Peculiarity.of(List.of(thalia))).containsExactly(entry("thalia", Peculiarity.NOISY_PROFILE));
    }

    private static Map<String, Peculiarity> peculiarities(String nodes) throws RackException, IOException {
        List<RackNode> hosts =
                new ArrayList<>(NodeSelection.choose(ArticleInventory.nodes(RackNetwork.ARTICLE), nodes));
        hosts.add(ArticleInventory.balancer(RackNetwork.ARTICLE));
        return Peculiarity.of(hosts);
    }
}
