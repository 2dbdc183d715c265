package io.urania.lab.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.urania.lab.inventory.ArticleInventory;
import io.urania.lab.report.RackException;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NodeSelectionTest {
    private final List<RackNode> article;

    NodeSelectionTest() throws IOException {
        article = ArticleInventory.nodes(RackNetwork.ARTICLE);
    }

    @Test
    void theArticleHasThreeControlPlanesThreeInfraAndSixWorkersInItsOrder() {
        assertThat(article)
                .extracting(RackNode::shortName)
                .containsExactly(
                        "pandore",
                        "hellenes",
                        "epimethee",
                        "pyrrha",
                        "calliope",
                        "clio",
                        "erato",
                        "euterpe",
                        "melpomene",
                        "polyhymnia",
                        "terpsichore",
                        "thalia");
        assertThat(article).extracting(RackNode::address).first().isEqualTo("10.42.253.40");
        assertThat(article).extracting(RackNode::address).last().isEqualTo("10.42.253.51");
        assertThat(roles(article)).isEqualTo("3+3+6");
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1+0+0",
        "2, 1+0+1",
        "3, 1+1+1",
        "4, 1+1+2",
        "5, 3+1+1",
        "6, 3+1+2",
        "7, 3+1+3",
        "8, 3+1+4",
        "9, 3+2+4",
        "10, 3+2+5",
        "11, 3+2+6",
        "12, 3+3+6",
    })
    void aNumberTakesControlPlanesFirstAndAnOddNumberOfThem(String number, String expected) throws RackException {
        assertThat(roles(NodeSelection.choose(article, number))).isEqualTo(expected);
    }

    @Test
    void namesMayBeShortOrFullAndKeepTheArticlesOrder() throws RackException {
        assertThat(NodeSelection.choose(article, "thalia, pandore,clio.friends.intra.example.com"))
                .extracting(RackNode::shortName)
                .containsExactly("pandore", "clio", "thalia");
    }

    @Test
    void nothingAskedForIsTheWholeRack() throws RackException {
        assertThat(NodeSelection.choose(article, " ")).isEqualTo(article);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "13", "urania", "thalia", "pandore,hellenes", "pandore,,clio"})
    void refusesWhatMakesNoCluster(String request) {
        assertThatExceptionOfType(RackException.class).isThrownBy(() -> NodeSelection.choose(article, request));
    }

    @Test
    void namesAllUnknownNodesAtOnce() {
        assertThatExceptionOfType(RackException.class)
                .isThrownBy(() -> NodeSelection.choose(article, "pandor,calliope,urania"))
                .satisfies(refused -> assertThat(refused.problems()).hasSize(2))
                .withMessageContaining("'pandor'")
                .withMessageContaining("'urania'");
    }

    private static String roles(List<RackNode> nodes) {
        return "%d+%d+%d"
                .formatted(count(nodes, Role.CONTROL_PLANE), count(nodes, Role.INFRA), count(nodes, Role.WORKER));
    }

    private static long count(List<RackNode> nodes, Role role) {
        return nodes.stream().filter(node -> node.role() == role).count();
    }
}
