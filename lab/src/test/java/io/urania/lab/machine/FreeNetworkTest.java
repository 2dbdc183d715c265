package io.urania.lab.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.lab.layout.RackNetwork;
import io.urania.lab.layout.Subnet;
import io.urania.lab.machine.Machine.UsedNetwork;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FreeNetworkTest {

    @Test
    void isTheArticlesWhereNothingUsesIt() {
        assertThat(first("192.0.2.0/24", "10.41.0.0/16")).isEqualTo(RackNetwork.ARTICLE);
    }

    @Test
    void isTheNextOneBesideOtherRacks() {
        assertThat(first("10.42.253.0/24", "10.42.252.0/24").subnet()).isEqualTo(Subnet.parse("10.42.251.0/24"));
    }

    @Test
    void isTheNextOneBesideAPartOfIt() {
        assertThat(first("10.42.253.17/32").subnet()).isEqualTo(Subnet.parse("10.42.252.0/24"));
    }

    @Test
    void isTheArticlesWhereAllAreTaken() {
        assertThat(first("10.0.0.0/8")).isEqualTo(RackNetwork.ARTICLE);
    }

    private static RackNetwork first(String... used) {
        return FreeNetwork.first(Arrays.stream(used)
                .map(network -> new UsedNetwork("eth0", Subnet.parse(network)))
                .toList());
    }
}
