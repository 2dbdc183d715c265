package io.urania.lab.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.lab.layout.Subnet;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ArticleInventoryTest {

    @Test
    void theNetworksOfServicesAndPodsAreThoseOfTheArticle() throws IOException {
        assertThat(ArticleInventory.clusterNetworks())
                .extracting(Subnet::toString)
                .containsExactly("10.233.128.0/18", "10.233.192.0/18");
    }
}
