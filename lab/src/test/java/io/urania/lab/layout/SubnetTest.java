package io.urania.lab.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubnetTest {
    @ParameterizedTest
    @CsvSource({
        "10.42.253.0/24, 10.42.253.128/25, true",
        "10.42.253.0/24, 10.0.0.0/8, true",
        "10.42.253.0/24, 10.42.253.40, true",
        "10.42.253.0/24, 0.0.0.0/0, true",
        "10.42.253.0/24, 10.42.252.0/24, false",
        "192.168.0.0/16, 10.42.253.0/24, false",
    })
    void overlapsWhateverSharesAnAddress(String one, String other, boolean expected) {
        assertThat(Subnet.parse(one).overlaps(Subnet.parse(other))).isEqualTo(expected);
        assertThat(Subnet.parse(other).overlaps(Subnet.parse(one))).isEqualTo(expected);
    }

    @Test
    void dropsTheBitsAfterThePrefix() {
        assertThat(Subnet.parse("192.168.7.9/16")).hasToString("192.168.0.0/16");
    }

    @Test
    void refusesWhatIsNoNetwork() {
        assertThatIllegalArgumentException().isThrownBy(() -> Subnet.parse("10.42.253/24"));
        assertThatIllegalArgumentException().isThrownBy(() -> Subnet.parse("10.42.253.0/33"));
    }

    @Test
    void gatewayNodesAndBalancerHaveTheArticlesAddresses() {
        assertThat(RackNetwork.ARTICLE.gateway()).isEqualTo("10.42.253.1");
        assertThat(RackNetwork.ARTICLE.node(0)).isEqualTo("10.42.253.40");
        assertThat(RackNetwork.ARTICLE.node(11)).isEqualTo("10.42.253.51");
        assertThat(RackNetwork.ARTICLE.balancer()).isEqualTo("10.42.253.52");
    }

    @Test
    void theIpv6AddressOfAHostEndsAsItsOtherOne() {
        assertThat(RackNetwork.ARTICLE.ipv6("10.42.253.40")).isEqualTo("fd75:720a:2afd::40");
        assertThat(RackNetwork.of(Subnet.parse("192.168.0.0/24")).ipv6Gateway()).isEqualTo("fd75:72c0:a800::1");
    }

    @Test
    void eachNetworkHasABridgeOfItsOwn() {
        assertThat(RackNetwork.of(Subnet.parse("10.42.253.0/24"))).isEqualTo(RackNetwork.ARTICLE);
        assertThat(RackNetwork.of(Subnet.parse("10.42.252.7/24")).bridge()).isEqualTo("urania-a2afc");
        assertThat(RackNetwork.of(Subnet.parse("192.168.255.0/24")).bridge()).isEqualTo("urania-c0a8ff");
        assertThatIllegalArgumentException().isThrownBy(() -> RackNetwork.of(Subnet.parse("10.42.0.0/16")));
    }
}
