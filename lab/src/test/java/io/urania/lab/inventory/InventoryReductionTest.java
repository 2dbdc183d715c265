package io.urania.lab.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.lab.layout.RackNetwork;
import io.urania.lab.layout.RackNode;
import java.io.IOException;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InventoryReductionTest {
    private static final String HOSTS = """
            # the rack
            all:
              hosts:
                # first of all
                one.example:
                  labels:
                    row: 1
                # and the next
                two.example:
                  labels: {row: 2}
                # three is last
                three.example:
              # groups follow
              children:
                etcd:
                  hosts:
                    one.example:
                workers:
                  hosts:
                    two.example:
                    three.example:
                  vars:
                    hosts: kept
            """;

    @Test
    void leavesOutTheLinesOfAHostEverywhereAndTheCommentAboveIt() {
        assertThat(InventoryReduction.reduce(HOSTS, Set.of("one.example", "three.example")))
                .isEqualTo("""
                        # the rack
                        all:
                          hosts:
                            # first of all
                            one.example:
                              labels:
                                row: 1
                            # three is last
                            three.example:
                          # groups follow
                          children:
                            etcd:
                              hosts:
                                one.example:
                            workers:
                              hosts:
                                three.example:
                              vars:
                                hosts: kept
                        """);
    }

    @Test
    void aGroupThatLosesAllItsHostsHasAnEmptyMapping() {
        assertThat(InventoryReduction.reduce(HOSTS, Set.of("one.example")))
                .contains("workers:\n      hosts: {}\n      vars:");
    }

    @Test
    void keepingEveryHostChangesNothing() throws IOException {
        String article = Objects.requireNonNull(ArticleInventory.files().get(ArticleInventory.HOSTS_FILE));
        Set<String> everyHost = Set.copyOf(ArticleInventory.nodes(RackNetwork.ARTICLE).stream()
                .map(RackNode::name)
                .toList());

        assertThat(InventoryReduction.reduce(article, everyHost)).isEqualTo(article);
    }
}
